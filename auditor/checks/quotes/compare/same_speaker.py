"""Whether two quotes are given the same speaker: yes, no, or not to be told."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from auditor.checks.quotes.compare.speaker_offices import company, honorifics, offices_of
from auditor.knowledge.lexicon import lexicon
from auditor.language.words import fold
from auditor.model.quote import Quote, SpeakerKind
from auditor.model.text import Text

STEM_LETTERS = 5
"""Letters that a word keeps: Iraq and Iraqi, police and policing meet. A guess."""

LAST_NAME_RATIO = 84
"""Last names so alike (rapidfuzz ratio) are one name spelt twice. A guess."""

_GENERIC = """
the and for from with of a an in at one two some both all new this these those his her their its
who which that it they we another other many several senior former local unnamed
spokesman spokeswoman spokesperson official officials source sources statement report
people person man woman witness expert analyst critic author friends
group company organisation organization office agency department member leader chief head
police officers residents doctors authorities investigators activists prosecutors lawyers
scientists researchers protesters soldiers workers
"""

_PARTICLES = frozenset({"al", "el", "bin"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Who appears in the references.

    Attributes:
        near: by capitalised word, the stems of the sentences that have it.
        offices: the bodies of those whose office or body is stated, by last name.
        company: names of bodies that stand in one sentence.
    """

    near: Mapping[str, frozenset[str]]
    offices: Mapping[str, frozenset[str]]
    company: frozenset[frozenset[str]]


def cast(texts: Sequence[Text]) -> Cast:
    """Return who appears in the references and beside which words."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for sentence in text.sentences:
            names = {fold(t.text) for t in sentence.tokens if t.text[:1].isupper()}
            stems = {fold(t.text)[:STEM_LETTERS] for t in sentence.tokens if t.text[:1].isalpha()}
            for name in names:
                near[name] |= stems
    known = {name: frozenset(stems) for name, stems in near.items()}
    return Cast(known, offices_of(texts), company(texts))


def agree(article: Quote, reference: Quote, known: Cast) -> bool | None:
    """Tell whether both are spoken by the same; None where it cannot be told.

    An organisation may agree with a person or organisation that some reference mentions beside
    it; a country, or two people without names, with anybody.
    """
    kinds = {article.speaker_kind, reference.speaker_kind}
    if SpeakerKind.UNKNOWN in kinds or not (article.speaker and reference.speaker):
        return None
    if _shares(article.speaker, reference.speaker):
        return True
    if kinds == {SpeakerKind.PERSON}:
        return None if _may_be_one(article.speaker, reference.speaker, known) else False
    if kinds == {SpeakerKind.BODY}:
        return None if _are_linked(article.speaker, reference.speaker, known) else False
    if SpeakerKind.PERSON in kinds and SpeakerKind.PLACE not in kinds:
        return _speaks_for(article, reference, known)
    return None


@cache
def _generic() -> frozenset[str]:
    """Return the stems of words that many speakers are called by."""
    return frozenset(fold(word)[:STEM_LETTERS] for word in _GENERIC.split())


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    words = (fold(word) for word in name.replace("-", " ").split())
    return tuple(word for word in words if word and word not in honorifics() | _PARTICLES)


@lru_cache(maxsize=4096)
def _stems(name: str) -> frozenset[str]:
    return frozenset(part[:STEM_LETTERS] for part in _parts(name)) - _generic()


def _shares(one: str, other: str) -> bool:
    """Tell whether two names share a part, up to spelling, or one is short for the other."""
    if not _parts(one) or not _parts(other) or _stems(one) & _stems(other):
        return True
    if fuzz.ratio(_parts(one)[-1], _parts(other)[-1]) >= LAST_NAME_RATIO:
        return True
    return _is_short_for(one, other) or _is_short_for(other, one)


def _is_short_for(short: str, long: str) -> bool:
    """Tell whether a name is the initials of another: of all its words, or of the capitals."""
    words = [word for word in long.replace("-", " ").split() if word[:1].isalpha()]
    capitals = "".join(word[0] for word in words if word[:1].isupper())
    initials = "".join(word[0] for word in words)
    return len(short) > 1 and fold(short) in {fold(capitals), fold(initials)}


def _may_be_one(one: str, other: str, known: Cast) -> bool:
    """Tell whether the references may know one person under both names."""
    cues = {fold(word)[:STEM_LETTERS] for word in lexicon("speech")["aliases"]}
    beside = known.near.get(_parts(one)[-1], frozenset())
    return _parts(other)[-1][:STEM_LETTERS] in beside and bool(cues & beside)


def _are_linked(one: str, other: str, known: Cast) -> bool:
    """Tell whether some reference mentions both organisations in a sentence, or neither at all."""
    beside = [known.near[part] for part in _parts(one) if part in known.near]
    return not beside or not _stems(other) or any(near & _stems(other) for near in beside)


def _speaks_for(one: Quote, other: Quote, known: Cast) -> bool | None:
    """Compare a person with an organisation by what stands beside the person's name.

    A role counts by the names in it: a driver or witness may be anybody. Others speak for a body
    only where the references tell who the person is, and name the body away from him and his own:
    the spokesman of a palace may be called by his name alone, two agencies may speak together.
    """
    person, body = (one, other) if one.speaker_kind is SpeakerKind.PERSON else (other, one)
    last = _parts(person.speaker)[-1]
    named = " ".join(word for word in body.speaker.split() if word[:1].isupper())
    words = named if body.speaker_kind is SpeakerKind.ROLE else body.speaker
    wanted = _stems(words)
    if last not in known.offices or known.near.get(last, wanted) & wanted:
        return None
    if not any(part in known.near for part in _parts(words)):
        return None
    together = (
        any(_shares(words, name) for name in names)
        and any(_shares(own, name) for own in known.offices[last] for name in names)
        for names in known.company
    )
    return None if any(together) else False
