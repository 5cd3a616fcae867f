"""Edits that put the wrong name in a sentence: another person, body or place, or two exchanged."""

from collections.abc import Iterator

from training.rows.edits import Context, Edit, edit
from training.rows.rows import Label
from training.rows.tags import Mention, Tagged, Word
from training.rows.words import words

PEOPLE = frozenset({"PERSON"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
OTHERS = frozenset({"ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
NAMES = PEOPLE | PLACES | OTHERS
INSIDE_SHARE = 0.8
"""How often the wrong name is one of the passage, which word overlap cannot see. A guess."""


def wrong_names(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with one name replaced by another of its type, for each name."""
    for mention in tagged.mentions:
        if mention.kind not in NAMES:
            continue
        name = _wrong_name(mention, tagged, context)
        if name:
            kind = "place" if mention.kind in PLACES else "name"
            yield edit(kind, tagged, [(mention.start, mention.end, name)], Label.NOT_SUPPORT)


def swapped_names(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with two names of one type exchanged."""
    named = [mention for mention in tagged.mentions if mention.kind in NAMES]
    for n, first in enumerate(named):
        for second in named[n + 1 :]:
            between = tagged.text[first.end : second.start]
            if first.kind == second.kind and _differ(first.text, second.text) and len(between) > 9:
                yield _exchange("role", tagged, first, second)


def swapped_roles(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with subject and object of a verb exchanged, where both are nouns."""
    for verb, word in enumerate(tagged.words):
        if word.pos != "VERB":
            continue
        below = [word for word in tagged.words if word.head == verb and word.pos in _NOUNS]
        subjects = [word for word in below if word.dep in ("nsubj", "nsubjpass")]
        objects = [word for word in below if word.dep in ("dobj", "dative")]
        if subjects and objects and _are_alike(subjects[0], objects[0]):
            yield _exchange("role", tagged, subjects[0], objects[0])


_NOUNS = ("NOUN", "PROPN")
_PEOPLE_WORDS = frozenset(
    words(
        "man woman boy girl police officer driver teacher pupil student doctor patient nurse "
        "mother father son daughter wife husband brother sister judge lawyer court government "
        "president minister company firm club team player coach manager fan side party union "
        "council mp senator army soldier rebel militant gunman suspect victim bank investor "
        "shareholder customer worker employee boss owner chief official authority state "
        "country city group"
    )
)


def _are_alike(first: Word, second: Word) -> bool:
    names = {first.tag, second.tag} <= {"NNP", "NNPS"}
    people = {first.lemma.lower(), second.lemma.lower()} <= _PEOPLE_WORDS
    return (names or people) and _short(first) and _short(second)


def _short(word: Word) -> bool:
    return word.right - word.left <= 40


def _exchange(kind: str, tagged: Tagged, first: Word | Mention, second: Word | Mention) -> Edit:
    (start, end), (begin, stop) = sorted((_range(first), _range(second)))
    early, late = tagged.text[start:end], tagged.text[begin:stop]
    if start == 0 and early[:1].isupper() and early.split()[0].lower() in _ARTICLES:
        early, late = early[0].lower() + early[1:], late[0].upper() + late[1:]
    return edit(kind, tagged, [(start, end, late), (begin, stop, early)], Label.NOT_SUPPORT)


_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "some", "one", "two"})


def _range(item: Word | Mention) -> tuple[int, int]:
    return (item.left, item.right) if isinstance(item, Word) else (item.start, item.end)


def _wrong_name(mention: Mention, tagged: Tagged, context: Context) -> str | None:
    inside = sorted(
        {
            theirs.text
            for theirs in context.mentions
            if theirs.kind == mention.kind
            and _differ(theirs.text, mention.text)
            and theirs.text.lower() not in tagged.text.lower()
        }
    )
    outside = context.names.get(mention.kind, ())
    if inside and (context.chance.random() < INSIDE_SHARE or not outside):
        return context.chance.choice(inside)
    for _ in range(5 if outside else 0):
        name = context.chance.choice(outside)
        if _differ(name, mention.text) and name.lower() not in context.passage.lower():
            return _like(name, mention.text)
    return None


def _like(name: str, model: str) -> str:
    words = name.split()
    return words[-1] if len(model.split()) == 1 and len(words) == 2 else name


def _differ(first: str, second: str) -> bool:
    words = set(first.lower().split()), set(second.lower().split())
    initials = "".join(word[0] for word in first.lower().split())
    others = "".join(word[0] for word in second.lower().split())
    shared = {initials, others} & {first.lower().replace(".", ""), second.lower().replace(".", "")}
    return not words[0] & words[1] and not shared and first.lower()[:4] != second.lower()[:4]
