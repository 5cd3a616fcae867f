"""What each name names, by vote over all its occurrences in a text."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from auditor.checks.names.find.cutting import NamePiece
from auditor.checks.names.find.descriptions import role_of
from auditor.checks.names.find.runs import words_of
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import countries_of, holders_of, is_demonym
from auditor.language.words import fold
from auditor.model.text import Sentence
from auditor.model.words import NameKind

LABELS: Final = {
    "PERSON": NameKind.PERSON,
    "NORP": NameKind.GROUP,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
    "EVENT": NameKind.OTHER,
    "WORK_OF_ART": NameKind.OTHER,
    "PRODUCT": NameKind.OTHER,
    "LAW": NameKind.OTHER,
    "LANGUAGE": NameKind.OTHER,
}

SURE = 4.0
"""What a word that tells the kind by itself counts. A guess."""

PARSER = 2.0
"""What the parser's labels count, over all occurrences of a name together. A guess."""

_Votes = dict[NameKind, float]


def kinds(pairs: Sequence[tuple[Sentence, NamePiece]]) -> dict[str, NameKind]:
    """Return what each name names by its key; ties go to the kind that `NameKind` lists first."""
    votes: defaultdict[str, _Votes] = defaultdict(lambda: defaultdict(float))
    times = Counter(piece.key for _, piece in pairs)
    for sentence, piece in pairs:
        for kind, weight in _votes(sentence, piece):
            votes[piece.key][kind] += weight
        if piece.label in LABELS:
            votes[piece.key][LABELS[piece.label]] += PARSER / times[piece.key]
        votes[piece.key][NameKind.OTHER] += 0.0
    settled = {key: _winner(counter) for key, counter in votes.items()}
    return _with_surnames(settled, votes)


def _winner(votes: _Votes) -> NameKind:
    order = list(NameKind)
    return min(votes, key=lambda kind: (-votes[kind], order.index(kind)))


def _votes(sentence: Sentence, piece: NamePiece) -> list[tuple[NameKind, float]]:
    votes = _by_words(piece)
    if piece.title or _has_age(sentence, piece):
        votes.append((NameKind.PERSON, SURE))
    if (noun := _noun_beside(sentence, piece)) is not None:
        votes.append((noun, SURE))
    if _has_particle(sentence, piece):
        votes.append((NameKind.PERSON, 1.0))
    return votes


def _by_words(piece: NamePiece) -> list[tuple[NameKind, float]]:
    """Return what the words of a name tell by themselves."""
    name, first, last = " ".join(piece.words), piece.words[0].lower(), piece.words[-1].lower()
    votes: list[tuple[NameKind, float]] = []
    if is_demonym(name):
        votes.append((NameKind.GROUP, 2 * SURE))
    elif countries_of(name):
        votes.append((NameKind.PLACE, 2 * SURE))
    elif holders_of(name):
        votes.append((NameKind.PLACE, 2.5))
    elif len(piece.words) > 1 and any(word.lower() in words_of("bodies") for word in piece.words):
        votes.append((NameKind.ORGANISATION, SURE))
    elif len(piece.words) > 1 and (last in words_of("lands") or first in words_of("lands_of")):
        votes.append((NameKind.PLACE, SURE))
    if len(piece.words) == 1 and len(name) > 1 and (name.isupper() or "." in name[1:-1]):
        votes.append((NameKind.ORGANISATION, 1.0))
    return votes


def _noun_beside(sentence: Sentence, piece: NamePiece) -> NameKind | None:
    """Return what a noun beside the name says it is: ``X, a militia group``, ``the town of X``."""
    role = role_of(sentence, piece)
    head = role.split(" of ")[0].split()[-1] if role else ""
    before = [token.text for token in sentence.tokens[max(0, piece.first - 2) : piece.first]]
    if before[1:] == ["of"] and before[0] in lexicon("name-nouns")["place"]:
        head = before[0]
    for kind in (NameKind.ORGANISATION, NameKind.PLACE, NameKind.PERSON):
        if head in lexicon("name-nouns")[kind.value]:
            return kind
    return None


def _has_age(sentence: Sentence, piece: NamePiece) -> bool:
    """Tell whether an age follows: ``, 42,`` or ``(42)``."""
    after = sentence.tokens[piece.last + 1 : piece.last + 4]
    return (
        len(after) == 3
        and after[0].text in {",", "("}
        and after[1].text.isdigit()
        and len(after[1].text) < 3
        and after[2].text in {",", ")", "."}
    )


def _has_particle(sentence: Sentence, piece: NamePiece) -> bool:
    if len(piece.words) < 2:
        return False
    between = sentence.tokens[piece.first + 1 : piece.last]
    return any(token.text.lower() in words_of("particles") for token in between)


def _with_surnames(settled: dict[str, NameKind], votes: dict[str, _Votes]) -> dict[str, NameKind]:
    """Make a single word a person where it is the last word of a person's full name."""
    surnames = {
        fold(key.split()[-1])
        for key, kind in settled.items()
        if kind is NameKind.PERSON and len(key.split()) > 1
    }
    return {
        key: NameKind.PERSON
        if key in surnames
        and votes[key][NameKind.PLACE] < SURE
        and votes[key][NameKind.GROUP] < SURE
        else kind
        for key, kind in settled.items()
    }
