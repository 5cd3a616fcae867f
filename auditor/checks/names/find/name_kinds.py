"""What each name names, by vote over all its occurrences in a text."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from auditor.checks.names.find.cutting import CutName
from auditor.checks.names.find.descriptions import role_of
from auditor.checks.names.find.runs import words_of
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import countries_of, holders_of, is_demonym
from auditor.language.words import fold
from auditor.model.text import Sentence
from auditor.model.words import NameKind

KIND_OF_LABEL: Final = {
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
"""What a name names by each entity type of the parser."""

SURE_VOTE = 4.0
"""What a word that tells the kind by itself counts. A guess."""

PARSER_VOTE = 2.0
"""What the parser's labels count, over all occurrences of a name together. A guess."""

_Votes = dict[NameKind, float]
"""What speaks for each kind."""


def kinds(names: Sequence[tuple[Sentence, CutName]]) -> dict[str, NameKind]:
    """Return what each name names by its key; ties go to the kind that `NameKind` lists first."""
    votes: defaultdict[str, _Votes] = defaultdict(lambda: defaultdict(float))
    times = Counter(name.key for _, name in names)
    for sentence, name in names:
        for kind, weight in _votes(sentence, name):
            votes[name.key][kind] += weight
        if name.label in KIND_OF_LABEL:
            votes[name.key][KIND_OF_LABEL[name.label]] += PARSER_VOTE / times[name.key]
        votes[name.key][NameKind.OTHER] += 0.0
    settled = {key: _winner(counter) for key, counter in votes.items()}
    return _with_surnames(settled, votes)


def _winner(votes: _Votes) -> NameKind:
    order = list(NameKind)
    return min(votes, key=lambda kind: (-votes[kind], order.index(kind)))


def _votes(sentence: Sentence, name: CutName) -> list[tuple[NameKind, float]]:
    votes = _by_words(name)
    if name.title or _has_age(sentence, name):
        votes.append((NameKind.PERSON, SURE_VOTE))
    if (noun := _noun_beside(sentence, name)) is not None:
        votes.append((noun, SURE_VOTE))
    if _has_particle(sentence, name):
        votes.append((NameKind.PERSON, 1.0))
    return votes


def _by_words(name: CutName) -> list[tuple[NameKind, float]]:
    """Return what the words of a name tell by themselves."""
    words, whole = name.words, " ".join(name.words)
    first, last = words[0].lower(), words[-1].lower()
    votes: list[tuple[NameKind, float]] = []
    if is_demonym(whole):
        votes.append((NameKind.GROUP, 2 * SURE_VOTE))
    elif countries_of(whole):
        votes.append((NameKind.PLACE, 2 * SURE_VOTE))
    elif holders_of(whole):
        votes.append((NameKind.PLACE, 2.5))
    elif len(words) > 1 and any(word.lower() in words_of("bodies") for word in words):
        votes.append((NameKind.ORGANISATION, SURE_VOTE))
    elif len(words) > 1 and (last in words_of("lands") or first in words_of("lands_of")):
        votes.append((NameKind.PLACE, SURE_VOTE))
    if len(words) == 1 and len(whole) > 1 and (whole.isupper() or "." in whole[1:-1]):
        votes.append((NameKind.ORGANISATION, 1.0))
    return votes


def _noun_beside(sentence: Sentence, name: CutName) -> NameKind | None:
    """Return what a noun beside the name says it is: ``X, a militia group``, ``the town of X``."""
    role = role_of(sentence, name)
    head = role.split(" of ")[0].split()[-1] if role else ""
    before = [token.text for token in sentence.tokens[max(0, name.first - 2) : name.first]]
    if before[1:] == ["of"] and before[0] in lexicon("name-nouns")["place"]:
        head = before[0]
    for kind in (NameKind.ORGANISATION, NameKind.PLACE, NameKind.PERSON):
        if head in lexicon("name-nouns")[kind.value]:
            return kind
    return None


def _has_age(sentence: Sentence, name: CutName) -> bool:
    """Tell whether an age follows: ``, 42,`` or ``(42)``."""
    after = sentence.tokens[name.last + 1 : name.last + 4]
    return (
        len(after) == 3
        and after[0].text in {",", "("}
        and after[1].text.isdigit()
        and len(after[1].text) < 3
        and after[2].text in {",", ")", "."}
    )


def _has_particle(sentence: Sentence, name: CutName) -> bool:
    if len(name.words) < 2:
        return False
    between = sentence.tokens[name.first + 1 : name.last]
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
        and votes[key][NameKind.PLACE] < SURE_VOTE
        and votes[key][NameKind.GROUP] < SURE_VOTE
        else kind
        for key, kind in settled.items()
    }
