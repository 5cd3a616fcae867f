"""A rule: what to mark, how to say it, and its proof."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from auditor.errors import AuditError
from auditor.model.finding import Finding
from auditor.model.ruling import Ruling
from auditor.model.text import Text
from auditor.model.waiver import Waiver
from auditor.model.words import Category, Severity, Verdict

Option = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a language model says of a sentence in an example; the keys are those it is asked for.

    Attributes:
        quote: words of a passage, which tell the passage too.
    """

    sentence: str
    verdict: str
    kind: str
    wrong_words: str
    quote: str


@dataclass(frozen=True, slots=True)
class Example:
    """A short audit that proves a rule: `flags` are exactly the words that it marks.

    Attributes:
        published: the article's date in ISO form, "" where its text states it or none.
        flags: () where the rule must stay silent; "" for a finding that marks no words.
        waivers: decisions on what the audit finds.
        today: the day on which they are held against it, None where none has an end.
        answers: what a language model says that is asked about all sentences, () for none asked.
    """

    article: str
    refs: tuple[str, ...]
    flags: tuple[str, ...]
    published: str = ""
    waivers: tuple[Waiver, ...] = ()
    today: date | None = None
    answers: tuple[Spoken, ...] = ()


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of a rule's marks were right and wrong on labelled texts, at least one in all.

    Measured by ``python -m benchmarks.quality --precision`` on all material but the bundles that
    rules were made on.
    """

    right: int
    wrong: int

    @property
    def share(self) -> float:
        """Return the share that was right, in [0, 1]."""
        return self.right / (self.right + self.wrong)

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.right} of {self.right + self.wrong} marks right ({self.share:.2f})"


@dataclass(frozen=True, slots=True)
class Rule:
    """One TOML file of ``rules/``.

    Attributes:
        checker: the module of ``auditor/checks/`` that finds what the rule marks.
        when: the checker's word for the outcome that the rule speaks of.
        implies: the verdict that a finding of this rule gives its sentence, None for none.
        message: a template with the checker's fields in braces.
        precision: of its marks, None where the material has none.
        borne_out: its severity in a sentence that the model finds supported, None for the same.
        is_chosen: whether somebody chose its severity, so that nothing raises or lowers it.
    """

    id: str
    checker: str
    when: str
    category: Category
    severity: Severity
    implies: Verdict | None
    message: str
    why: str
    source: str
    precision: Precision | None
    options: Mapping[str, Option]
    examples: tuple[Example, ...]
    borne_out: Severity | None = None
    is_chosen: bool = False

    def number(self, option: str) -> float:
        """Return an option that is a number.

        Raises:
            AuditError: naming the rule and the option, where it is missing or no number.
        """
        value = self.options.get(option)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise AuditError(f"rule {self.id}: option {option} must be a number")
        return float(value)

    def finding(self, article: Text, ruling: Ruling) -> Finding:
        """Return the finding that this rule makes of a ruling on the article."""
        return Finding(
            rule=self.id,
            category=self.category,
            severity=self.severity,
            start=ruling.start,
            end=ruling.end,
            text=article.document.text[ruling.start : ruling.end],
            message=self.message.format_map(ruling.fields),
            expected=ruling.expected,
            implies=self.implies,
            evidence=ruling.evidence,
            quote=ruling.quote,
            about=ruling.about,
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one checker, by the outcome they speak of."""

    rules: tuple[Rule, ...]

    def __iter__(self) -> Iterator[Rule]:
        """Yield the rules in the order of their ids."""
        return iter(self.rules)

    def when(self, outcome: str) -> Rule | None:
        """Return the rule for an outcome, None where none speaks of it."""
        return next((rule for rule in self.rules if rule.when == outcome), None)
