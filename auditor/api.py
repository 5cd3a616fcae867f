"""The Python interface: an auditor that audits texts and files, and gives a `Report` on each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from auditor import checks, pipeline
from auditor.archive.opened import is_archive
from auditor.attempt import attempt
from auditor.cache.known_parses import KnownParses
from auditor.cache.known_readings import KnownReadings
from auditor.cache.known_texts import KnownTexts, Read
from auditor.cache.store import Store
from auditor.errors import AuditError
from auditor.evidence import entailment
from auditor.evidence.case import Case
from auditor.evidence.entailment import Reader
from auditor.judge.decisions import decided
from auditor.knowledge import lexicon, manifest
from auditor.knowledge.acting import on_one_line
from auditor.knowledge.facts import known_people
from auditor.knowledge.rules import load_rules
from auditor.language import parser
from auditor.load import (
    document_from_text,
    load_article,
    load_deliveries,
    load_references,
    load_waivers,
)
from auditor.load.references import Delivery
from auditor.load.source import Source
from auditor.load.url import without_password
from auditor.model.audit import Audit
from auditor.model.document import Document
from auditor.model.finding import Problem
from auditor.model.retrieved import Retrieval
from auditor.model.waiver import Waiver
from auditor.model.words import Severity
from auditor.report import Report
from auditor.resources import folder
from auditor.text.segment import segment

if TYPE_CHECKING:
    from auditor.opinion.consultant import Consultant


class Auditor:
    """Audits articles; rules are read once.

    Args:
        model: whether the entailment model takes part; without it rules alone decide.
        disable: ids of rules that stay silent.
        severity: ``error``, ``warning`` or ``note`` for rules that shall have another than their
            own, by their ids.
        cache: the folder where parses and readings are kept; None, since a library writes nowhere
            unasked. The command keeps them in `auditor.cache.place.user_folder`.
        consultant: the language model that is asked for second opinions, None for none.
    """

    def __init__(
        self,
        *,
        model: bool = True,
        disable: Sequence[str] = (),
        severity: Mapping[str, str] | None = None,
        cache: Path | None = None,
        consultant: "Consultant | None" = None,
    ) -> None:
        """Read the rules, and see that the package holds what an audit needs.

        Raises:
            AuditError: naming the file of the package that is wrong or missing, or the rule that
                is unknown.
        """
        graver = dict(severity or {})
        with ThreadPoolExecutor(1) as beside:
            reader = beside.submit(_reader, model)
            known = load_rules()
            checks.verify(known)
            lexicon.verify()
            known_people()
            self._reader = reader.result()
        for option, named in (("disable", disable), ("severity", graver)):
            unknown = sorted(set(named) - {rule.id for rule in known})
            if unknown:
                raise AuditError(
                    f"{option}: no rule is called {unknown[0]}; `audit rules` lists them"
                )
        self._rules = tuple(
            replace(
                rule,
                severity=Severity(graver.get(rule.id, rule.severity)),
                is_chosen=rule.id in graver,
            )
            for rule in known
            if rule.id not in disable
        )
        self._consultant = consultant
        self._store = Store(cache.absolute()) if cache else None
        self._problems = tuple(_lacking(model))
        self._settings = {"disable": " ".join(sorted(set(disable)))}
        if graver:
            told = (f"{rule}={of}" for rule, of in sorted(graver.items()))
            self._settings["severity"] = " ".join(told)

    def audit(
        self,
        article: Path | str | Source,
        references: Sequence[Path | str],
        waivers: Sequence[Path | str] = (),
        today: date | None = None,
        *,
        ocr: bool = False,
        lock: Path | None = None,
    ) -> Report:
        """Return the report on an article file against reference files, folders or URLs.

        Args:
            article: a file, or what was read of one.
            references: what it is checked against; an archive stands for the reports in it that
                the article rests on.
            waivers: files of decisions; the findings that they let stand do not count.
            today: the day that waivers with an end are held against; None for the clock's.
            lock: the file in which answers of the consultant are kept, None for none.
            ocr: whether pages of a PDF that have no text are read by tesseract.

        Raises:
            AuditError: if the article, every reference or any waiver file cannot be used.
        """
        document = load_article(article if isinstance(article, Source) else Path(article), ocr=ocr)
        signed = load_waivers(map(Path, waivers), Path(document.path))
        names = [str(reference) for reference in references]
        archives = [name for name in names if is_archive(name)]
        loaded = _named(names, archives, ocr)
        return self._decided(document, signed, loaded, today, ocr=ocr, lock=lock, archives=archives)

    def audit_read(
        self,
        article: Source,
        references: Sequence[Delivery],
        locations: Sequence[str],
        signed: Sequence[Waiver] = (),
        today: date | None = None,
        *,
        ocr: bool = False,
    ) -> Report:
        """Return what `audit` does, of files that were read elsewhere: no disk is needed here.

        Args:
            article: what was read of it.
            references: what `auditor.load.references.deliveries` yields.
            locations: as the references were named, for messages.
            signed: waivers that were read for this article.
            today: as of `audit`.
            ocr: as of `audit`.

        Raises:
            AuditError: if the article, or every reference, cannot be used.
        """
        document = load_article(article, ocr=ocr)
        loaded = load_deliveries(references, locations, ocr=ocr)
        return self._decided(document, signed, loaded, today, ocr=ocr)

    def _decided(
        self,
        document: Document,
        signed: Sequence[Waiver],
        references: tuple[Sequence[Document], Sequence[Problem]],
        today: date | None,
        *,
        ocr: bool = False,
        lock: Path | None = None,
        archives: Sequence[str] = (),
    ) -> Report:
        loaded, problems = references
        others, copies = _without_copies(document, loaded)
        audit = self._audit(document, others, (*problems, *copies), lock, archives)
        if ocr:
            audit = _with_setting(audit, "ocr", "tesseract")
        if any(waiver.until for waiver in signed):
            today = today or date.today()  # the desk's own day is meant
            audit = _with_setting(audit, "today", today.isoformat())
        return Report(decided(audit, signed, self._rules, today))

    def audit_text(
        self, article: str, references: Mapping[str, str], published: date | str | None = None
    ) -> Report:
        """Return the report on a text against named reference texts.

        Args:
            article: the text under audit.
            references: by name, which stands for the path in the report and gives their order.
            published: the article's date, where its text does not state it.

        Raises:
            AuditError: if the article is empty or no reference can be used.
        """
        day = date.fromisoformat(published) if isinstance(published, str) else published
        document = document_from_text("article", "article", article, day)
        loaded, problems = [], []
        for n, (name, text) in enumerate(sorted(references.items()), start=1):
            try:
                loaded.append(document_from_text(f"r{n}", name, text))
            except AuditError as error:
                problems.append(Problem("load", name, str(error)))
        return Report(self._audit(document, loaded, problems))

    def _audit(
        self,
        article: Document,
        references: Sequence[Document],
        problems: Sequence[Problem],
        lock: Path | None = None,
        archives: Sequence[str] = (),
    ) -> Audit:
        read = self._read()
        retrievals: tuple[Retrieval, ...] = ()
        if archives:
            from auditor.archive.retrieving import sought

            own = read(article)
            read = partial(_once_read, read, article, own)
            came = sought(archives, own[0], references)
            references, retrievals = came.references, came.retrievals
        if not references:
            raise AuditError(_why_none(problems, archives))
        found = (*problems, *self._problems)
        case = pipeline.prepared(article, references, read)
        second = partial(self._second, self._consultant, lock) if self._consultant else None
        reader = self._remembering()
        audit = pipeline.audited(case, self._rules, found, self._settings, reader, second)
        return replace(audit, retrievals=retrievals) if retrievals else audit

    def _second(self, consultant: "Consultant", lock: Path | None, case: Case, own: Audit) -> Audit:
        """Return the audit with second opinions; where asking fails, ours with a problem."""
        from auditor.opinion.consultant import STAGE

        def asked() -> Audit:
            return consultant.heard(case, own, self._rules, consultant.consult(case, own, lock))

        audit, failed = attempt(STAGE, own.article.document.path, asked, own)
        return replace(audit, problems=(*audit.problems, *failed))

    def _read(self) -> Callable[[Document], Read]:
        """Return what reads documents; meanwhile the model is loaded where it will be asked."""
        load = entailment.loading if self._reader else lambda: None
        if self._store:
            cut = partial(segment, parse=KnownParses(self._store, load).parse)
            return KnownTexts(self._store, partial(pipeline.read, cut=cut)).read
        load()
        return pipeline.read

    def _remembering(self) -> Reader | None:
        """Return the reader, or one that remembers what it read."""
        if self._reader and self._store:
            return KnownReadings(self._reader, self._store)
        return self._reader


def _reader(model: bool) -> Reader | None:
    """Return what reads passages, None where there is none or it is not asked.

    Raises:
        AuditError: where one of the weights that an audit needs is not as it shipped.
    """
    manifest.verify(folder("weights"), (manifest.WORDS,))
    return entailment.shipped() if model and entailment.is_shipped() else None


def _with_setting(audit: Audit, name: str, value: str) -> Audit:
    """Return the audit with a setting in its signature, for its bytes depend on it."""
    settings = {**audit.signature.settings, name: value}
    return replace(audit, signature=replace(audit.signature, settings=settings))


def _lacking(model: bool) -> Iterator[Problem]:
    """Yield what this installation lacks; `model` tells whether the entailment model is asked."""
    if model and not entailment.is_shipped():
        yield Problem(
            "model",
            str(folder("weights") / manifest.MODEL),
            "is missing, so that no sentence was read beside its passages; "
            "install auditor again, or say --no-model to go by rules alone",
        )
    if parser.signature() != parser.TESTED:
        yield Problem(
            "read",
            parser.PACKAGE,
            "is not the build that was tested, so that sentences may be read otherwise; "
            "install auditor again",
        )


def _without_copies(
    article: Document, loaded: Sequence[Document]
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return the references that are not the article itself, and a problem for each that is."""
    others = tuple(document for document in loaded if document.sha256 != article.sha256)
    problems = tuple(
        Problem("load", document.path, "is the article itself, which proves nothing")
        for document in loaded
        if document.sha256 == article.sha256
    )
    return others, problems


def _named(
    names: Sequence[str], archives: Sequence[str], ocr: bool
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return the references that are no archives; there need be none where there is an archive."""
    plain = [name for name in names if name not in archives]
    return load_references(plain, ocr=ocr) if plain or not archives else ((), ())


def _once_read(
    read: Callable[[Document], Read], known: Document, was: Read, document: Document
) -> Read:
    """Return a document read, one that was read already as it was."""
    return was if document is known else read(document)


def _why_none(problems: Sequence[Problem], archives: Sequence[str] = ()) -> str:
    if archives and not problems:
        where = on_one_line(without_password(archives[0]))
        return f"{where}: holds no report near the article; name its references with --refs"
    reasons = "; ".join(f"{problem.where}: {problem.reason}" for problem in problems)
    return f"no usable reference: {reasons or 'give at least one to audit against'}"
