"""The references that an article has in archives."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.archive.choosing import chosen_of, of_story
from auditor.archive.opened import archive_at
from auditor.archive.question import question_of
from auditor.archive.ranking import Candidate, Ranking, ranking, shared
from auditor.archive.shelves import Archive
from auditor.model.document import Document
from auditor.model.retrieved import Retrieval, Retrieved
from auditor.model.text import Text

SHARE = 20
"""A word that more than one report in so many holds tells nothing. A guess."""

FEWEST, MOST_HOLDERS = 500, 5_000
"""But one that `FEWEST` hold tells something in any archive, and lists longer than the other are
slow: of 100,000 reports an article's take 0.3 s."""

SHOWN = 6
"""Words kept of those that a report shares: a line of a terminal."""

COPIED = 0.95
"""The mean share of its sentences from which a report of no greater length is the article. A
guess."""

FEW_SENTENCES = 5
"""An article of fewer may stand in a report word for word and yet be made from it. A guess."""

LONGER = 1.2
"""How much longer than the article its copy may be: a byline, a notice. A guess."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The references of an article after archives were searched.

    Attributes:
        references: those that were named and those of archives, ``r1``, ``r2`` … by their paths.
        retrievals: what was searched, in the order named.
    """

    references: tuple[Document, ...]
    retrievals: tuple[Retrieval, ...]


def sought(locations: Sequence[str], article: Text, named: Sequence[Document]) -> Sought:
    """Return the references of an article: those of archives, beside those that were named.

    A report that is named, or that two archives hold, is one reference.

    Args:
        locations: archives.
        article: read.
        named: references that the user named himself.

    Raises:
        AuditError: if an archive cannot be read.
    """
    yields = [_yield_of(location, article) for location in locations]
    documents = {document.sha256: document for one in yields for document in one.documents}
    others = [documents[sha256] for sha256 in {*documents} - {each.sha256 for each in named}]
    ordered = sorted((*named, *others), key=lambda each: (each.path, each.sha256))
    numbered = tuple(replace(each, id=f"r{n}") for n, each in enumerate(ordered, start=1))
    ids = {each.sha256: each.id for each in reversed(numbered)}
    return Sought(
        references=numbered,
        retrievals=tuple(_retrieval(one, ids) for one in yields),
    )


@dataclass(frozen=True, slots=True)
class _Yield:
    """What came of one archive: reports nearest first, why each, and what it holds."""

    retrieval: Retrieval
    documents: tuple[Document, ...]
    reasons: tuple[Retrieved, ...]


def _yield_of(location: str, article: Text) -> _Yield:
    with archive_at(location) as archive:
        volume = archive.volume()
        ranked = ranking(archive, question_of(article), most_holders(volume.reports))
        copies = _copies(archive, ranked, article)
        left = [one for one in ranked.candidates if one not in copies]
        ranked = replace(ranked, candidates=_once(left))
        chosen = chosen_of(ranked)
        opened = archive.documents(one.docket.number for one in chosen)
        chosen = tuple(one for one in chosen if one.docket.number in opened)
        return _Yield(
            Retrieval(
                archive.name,
                volume.reports,
                len(of_story(ranked)),
                volume.unread,
                retrieved=(),
                copies=tuple(one.docket.path for one in copies),
            ),
            documents=tuple(opened[one.docket.number] for one in chosen),
            reasons=tuple(_reason(ranked, one) for one in chosen),
        )


def most_holders(reports: int) -> int:
    """Return how many reports may hold a word that tells something."""
    return max(FEWEST, min(reports // SHARE, MOST_HOLDERS))


def _once(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the nearest of each content: what lies there twice is read once."""
    nearest: dict[str, Candidate] = {}
    for candidate in candidates:
        nearest.setdefault(candidate.docket.sha256, candidate)
    return tuple(nearest.values())


def _reason(ranked: Ranking, candidate: Candidate) -> Retrieved:
    return Retrieved(candidate.docket.sha256, shared(ranked, candidate)[:SHOWN], candidate.days)


def _retrieval(one: _Yield, ids: Mapping[str, str]) -> Retrieval:
    """Return what is told of an archive, each report by its id."""
    told = [replace(reason, reference=ids[reason.reference]) for reason in one.reasons]
    return replace(one.retrieval, retrieved=tuple(sorted(told, key=_by_number)))


def _by_number(reason: Retrieved) -> int:
    return int(reason.reference.removeprefix("r"))


def _copies(archive: Archive, ranked: Ranking, article: Text) -> tuple[Candidate, ...]:
    """Return the reports that are the article itself: its file, or its text as it was published."""
    own = article.document
    alike = [
        one
        for one in ranked.candidates
        if len(one.shares) >= FEW_SENTENCES and sum(one.shares) >= COPIED * len(one.shares)
    ]
    texts = {
        number: document.text
        for number, document in archive.documents(one.docket.number for one in alike).items()
        if len(document.text) <= LONGER * len(own.text)
    }
    return tuple(
        one
        for one in ranked.candidates
        if one.docket.sha256 == own.sha256 or one.docket.number in texts
    )
