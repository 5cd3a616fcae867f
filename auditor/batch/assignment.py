"""What a worker needs to audit one article: texts and settings, and no disk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from auditor.archive.opened import is_archive
from auditor.cache.shape import key
from auditor.errors import AuditError
from auditor.knowledge.rules import load_rules
from auditor.load import load_waivers
from auditor.load.references import Delivery, deliveries
from auditor.load.source import Source, Unreadable
from auditor.load.url import is_url, without_password
from auditor.model.waiver import Waiver
from auditor.settings.chosen_rules import Selection, silent
from auditor.settings.effective import Decided, Settings, settings
from auditor.stories.references_of import BESIDE, references_of
from auditor.stories.submitted import Submitted
from auditor.stories.waivers_of import waivers_of


@dataclass(frozen=True, slots=True)
class Assignment:
    """An article with everything that its report hangs on.

    Attributes:
        locations: of the references, as they were named.
        references: what was read of each.
        disable: ids of rules that stay silent.
        severity: rule and severity, in the order of the rules.
        today: what waivers with an end are held against; None where none has one.
        ocr: whether tesseract reads pages of a PDF that have no text.
        desk: the profile that it has, else the folder that its story lies in.
        key: digest of all of this and of what audits it.
    """

    article: Source
    locations: tuple[str, ...]
    references: tuple[Delivery, ...]
    signed: tuple[Waiver, ...]
    disable: tuple[str, ...]
    severity: tuple[tuple[str, str], ...]
    today: date | None
    desk: str
    ocr: bool = False
    key: str = ""

    @property
    def story(self) -> str:
        """Return the path of the article, which names its story."""
        return self.article.path


@dataclass(frozen=True, slots=True)
class Unassigned:
    """An article that cannot be audited, and why."""

    story: str
    desk: str
    reason: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What all assignments of a run have in common.

    Attributes:
        shape: digest of what audits: package, rules, weights, libraries.
        offline: whether no page may be fetched.
        today: the day that waivers with an end are held against.
    """

    decided: Decided
    shape: str
    offline: bool
    today: date
    selection: Selection = field(default_factory=Selection)
    ocr: bool = False


def assignments(
    articles: Iterable[Path | Unreadable], terms: Terms
) -> Iterator[Assignment | Unassigned]:
    """Yield an assignment for each article, read when it is asked for, or why there is none."""
    for article in articles:
        try:
            if isinstance(article, Unreadable):
                raise article
            yield assignment(article, terms)
        except AuditError as error:
            at = Path(article.where) if isinstance(article, Unreadable) else article
            yield Unassigned(at.as_posix(), _folder(at), str(error))


def assignment(path: Path, terms: Terms) -> Assignment:
    """Return what the audit of an article needs.

    Raises:
        AuditError: if the article cannot be read, or has no reference.
    """
    source = Submitted(path).source()
    own = settings(terms.decided, path)
    submitted = Submitted(path, source, is_open=True)
    named = references_of(submitted, own, terms.decided.configuration)
    for reference in named.refs:
        _verify(reference, terms)
    signed = load_waivers(waivers_of(path, own), path)
    made = Assignment(
        article=source,
        locations=named.refs,
        references=tuple(deliveries(named.refs)),
        signed=signed,
        disable=_silent(own, terms.selection),
        severity=own.severity.value,
        today=terms.today if any(waiver.until for waiver in signed) else None,
        desk=own.profile.value or _folder(path),
        ocr=terms.ocr,
    )
    return replace(made, key=key(terms.shape, made).hex())


def _verify(reference: str, terms: Terms) -> None:
    if is_archive(reference):
        raise AuditError(
            f"{without_password(reference)}: is an archive, which a batch does not search; "
            "audit its articles by `audit`"
        )
    if terms.offline and is_url(reference):
        raise AuditError(f"{reference}: not fetched because of --offline; name a saved page")


def _silent(own: Settings, selection: Selection) -> tuple[str, ...]:
    is_named = own.disable.value or selection.only or selection.ignored
    return silent(load_rules(), own, selection) if is_named else ()


def _folder(article: Path) -> str:
    """Return the folder that an article's story lies in: it has its own where `BESIDE` is there."""
    own = article.parent
    return (own.parent if (own / BESIDE).is_dir() else own).as_posix()
