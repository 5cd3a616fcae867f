"""The Python interface: an auditor that audits texts and files."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from auditor import pipeline
from auditor.entail import entailment
from auditor.errors import AuditError
from auditor.load import document_from_text, load_article, load_references
from auditor.model.document import Document
from auditor.model.finding import Problem
from auditor.model.report import Report
from auditor.rules import load_rules


class Auditor:
    """Audits articles; rules are read once.

    Args:
        model: whether the entailment model takes part; without it rules alone decide.
        disable: ids of rules that stay silent.
    """

    def __init__(self, *, model: bool = True, disable: Sequence[str] = ()) -> None:
        """Read the rules.

        Raises:
            AuditError: naming the rule file that is wrong, or the disabled rule that is unknown.
        """
        known = load_rules()
        unknown = sorted(set(disable) - {rule.id for rule in known})
        if unknown:
            raise AuditError(f"disable: no rule is called {unknown[0]}; `audit rules` lists them")
        self._rules = tuple(rule for rule in known if rule.id not in disable)
        self._model = model and entailment.is_shipped()
        self._settings = {"disable": " ".join(sorted(set(disable)))}

    def audit(self, article: Path | str, references: Sequence[Path | str]) -> Report:
        """Return the report on an article file against reference files, folders or URLs.

        Raises:
            AuditError: if the article or every reference cannot be used.
        """
        document = load_article(Path(article))
        loaded, problems = load_references([str(place) for place in references])
        return self._report(document, loaded, problems)

    def audit_text(
        self, article: str, references: Mapping[str, str], published: date | str | None = None
    ) -> Report:
        """Return the report on a text against named reference texts.

        Args:
            article: the text under audit.
            references: by name, which stands for the path in the report.
            published: the article's date, where its text does not state it.

        Raises:
            AuditError: if there is no reference, or a text is empty.
        """
        if not references:
            raise AuditError("no reference: give at least one text to audit against")
        day = date.fromisoformat(published) if isinstance(published, str) else published
        document = document_from_text("article", "article", article, day)
        loaded = [
            document_from_text(f"r{n}", name, text)
            for n, (name, text) in enumerate(references.items(), start=1)
        ]
        return self._report(document, loaded, ())

    def _report(
        self, article: Document, references: Sequence[Document], problems: Sequence[Problem]
    ) -> Report:
        reader = entailment.load() if self._model else None
        return pipeline.audit(article, references, self._rules, problems, self._settings, reader)
