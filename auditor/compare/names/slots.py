"""Which name the references have where the article has another: by office, by sort, by context."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import LCSseq

from auditor.entities.forms import distinctive, form, is_given_match
from auditor.entities.spelling import plain
from auditor.lexicon import lexicon
from auditor.model.case import Case, Evidence, Link
from auditor.model.entity import Entity
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind, Stance
from auditor.world import countries_of

CLOSE = 0.3
"""Score from which a passage tells of the same thing as the sentence.

With the two below, 0.1 % of 833 faithful summaries get a wrong error; stricter values none, for a
fifth less of the replaced names (``python -m benchmarks.names --half 0``).
"""

ALIKE = 0.4
"""Share of common words from which two sentences say the same thing of two names."""

GAP = "\N{PLACE OF INTEREST SIGN}"
"""What stands for a name when the words around two names are compared."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A name of a reference in the place that the article gives to another."""

    name: Name
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Office:
    """A title that one person at a time holds in one place, and the place as named."""

    title: str
    owner: str


@cache
def _unique() -> tuple[str, ...]:
    return tuple(sorted(lexicon("titles")["unique"], key=len, reverse=True))


@cache
def _equal() -> dict[str, str]:
    pairs = (entry.split(" = ") for entry in lexicon("titles")["equal"])
    return {pair[0]: pair[1] for pair in pairs}


def office(text: Text, name: Name) -> Office | None:
    """Return the office of a name's bearer, None where the text gives none of the unique ones."""
    head, _, after = name.role.partition(" of ")
    for title in _unique():
        before = head.removesuffix(title)
        if head == title or (head.endswith(" " + title) and _is_country(before.strip())):
            owner = before.strip() or after or _before(text, name)
            return Office(_equal().get(title, title), form(owner).sole if owner else "")
    return None


def _is_country(words: str) -> bool:
    return bool(words) and bool(countries_of(words))


def _before(text: Text, name: Name) -> str:
    """Return the name right before a title: ``Iraqi`` in ``Iraqi Prime Minister X``."""
    for other in reversed(text.names):
        if other.end > name.start or name.start - other.end > len(name.role) + 8:
            continue
        between = text.document.text[other.end : name.start].lower()
        words = between.replace("’s", " ").replace("'s", " ").replace(",", " ").split()
        return other.text if " ".join(words) == name.role else ""
    return ""


def same_office(case: Case, link: Link, name: Name) -> Iterator[Holder]:
    """Yield the one person to whom the references give the office of `name`."""
    if name.kind is not NameKind.PERSON:
        return
    wanted = office(case.article, name)
    if wanted is None:
        return
    found: dict[str, Holder] = {}
    for text in case.references:
        for other in text.names:
            held = office(text, other) if other.kind is NameKind.PERSON and other.role else None
            entity = case.entities.of(text.document.id, other)
            if held is None or entity is None or held.title != wanted.title:
                continue
            if _owners_agree(held, wanted, link, text):
                found.setdefault(
                    entity.id, Holder(_fullest(entity, text, other), _evidence(text, other))
                )
    if len(found) == 1:
        yield from found.values()


def _owners_agree(held: Office, wanted: Office, link: Link, text: Text) -> bool:
    """Tell whether two offices of one title can be one: where neither owner is said, both near."""
    if held.owner and wanted.owner:
        return held.owner == wanted.owner
    return any(
        passage.reference == text.document.id and passage.score >= CLOSE
        for passage in link.evidence
    )


def _fullest(entity: Entity, text: Text, name: Name) -> Name:
    """Return the longest name that one reference has for an entity."""
    return max(entity.within(text.document.id) or (name,), key=lambda other: len(other.text))


def namesakes(case: Case, link: Link, name: Name) -> Iterator[Holder]:
    """Yield a body of the same sort under another name in a close passage: ``Y Police``.

    The sort is the last word and must be one that many bodies share; a passage that names
    several such bodies tells nothing.
    """
    if name.kind is not NameKind.ORGANISATION:
        return
    words = form(name.text).words
    if len(words) < 2 or words[-1] not in lexicon("name-words")["generic"]:
        return
    found: dict[str, Holder] = {}
    for text, sentence, passage in _passages(case, link, CLOSE):
        for other in within(text.names, sentence):
            theirs = form(other.text).words
            if len(theirs) == len(words) and theirs[-1] == words[-1] and theirs[:-1] != words[:-1]:
                found.setdefault(theirs[0], Holder(other, passage))
    if len(found) == 1 and not _named(case, link, next(iter(found.values())).name):
        yield from found.values()


def aligned(case: Case, link: Link, name: Name) -> Iterator[Holder]:
    """Yield a name of the same kind that stands in a passage among the words around `name`."""
    sentence = link.sentence
    mine = _words(sentence, name)
    for text, other_sentence, passage in _passages(case, link, CLOSE):
        for other in within(text.names, other_sentence):
            if other.kind is not name.kind or _named_in(case, link, text, other):
                continue
            if is_in_place(mine, _words(other_sentence, other)) or _is_in_slot(
                (sentence, name), (other_sentence, other)
            ):
                yield Holder(other, passage)


def _is_in_slot(mine: tuple[Sentence, Name], theirs: tuple[Sentence, Name]) -> bool:
    """Tell whether two names depend on the same word in sentences that share others."""
    one, two = slot(*mine), slot(*theirs)
    if one is None or one != two:
        return False
    return len(_content(mine[0]) & _content(theirs[0]) - set(one)) >= SHARED


SHARED = 1
"""Content words besides the governing one that sentences with one slot must share."""

_LIGHT = frozenset(
    ["be", "have", "do", "say", "tell", "add", "make", "get", "take", "go", "come", "see", "give"]
)


def slot(sentence: Sentence, name: Name) -> tuple[str, ...] | None:
    """Return how a name hangs on the nearest verb or noun: relation, preposition, base form."""
    tokens = sentence.tokens
    inside = [i for i, token in enumerate(tokens) if name.start <= token.start < name.end]
    outside = [i for i in inside if tokens[i].head not in inside and tokens[i].head != i]
    if not outside:
        return None
    token = tokens[outside[0]]
    head = tokens[token.head]
    if token.dep == "pobj":
        above = tokens[head.head]
        return ("pobj", head.lemma, above.lemma) if above.lemma not in _LIGHT else None
    if token.dep not in {"nsubj", "nsubjpass", "dobj", "poss", "compound"} or head.lemma in _LIGHT:
        return None
    return ("dobj" if token.dep == "nsubjpass" else token.dep, head.lemma)


def _content(sentence: Sentence) -> set[str]:
    return {t.lemma for t in sentence.tokens if t.pos in {"NOUN", "VERB", "ADJ", "NUM"}} - _LIGHT


def moved(case: Case, link: Link, name: Name) -> Iterator[Holder]:
    """Yield the name that stands in a passage where the article has one from elsewhere.

    Both stand in the references, so the passage must say nearly the same words, and neither it,
    what surrounds it, nor any passage about as close may have the article's name.
    """
    entity = case.entities.of("article", name)
    best = max((passage.score for passage in link.evidence), default=0.0)
    if entity is None or best < MOVED_CLOSE or name.kind in {NameKind.GROUP, NameKind.OTHER}:
        return
    near = [found for found in _passages(case, link, MOVED_CLOSE) if found[2].score >= 0.7 * best]
    if any(_is_near(text, sentence, entity) for text, sentence, _ in near):
        return
    mine = _words(link.sentence, name)
    for text, other_sentence, passage in near:
        for other in within(text.names, other_sentence):
            if other.kind is not name.kind or _named_in(case, link, text, other):
                continue
            if not (_is_full(case, "article", name) and _is_full(case, text.document.id, other)):
                continue
            if is_in_place(mine, _words(other_sentence, other), MOVED_ALIKE):
                yield Holder(other, passage)


def _is_full(case: Case, document: str, name: Name) -> bool:
    """Tell whether a person's full name is known: a first and a last name alone may be one's."""
    entity = case.entities.of(document, name)
    forms = entity.forms if entity else (name.text,)
    return name.kind is not NameKind.PERSON or any(len(form(text).words) > 1 for text in forms)


MOVED_CLOSE, MOVED_ALIKE = 0.5, 0.6
"""As `CLOSE` and `ALIKE`, where the article's name stands elsewhere in the references. A guess."""


def _is_near(text: Text, sentence: Sentence, entity: Entity) -> bool:
    """Tell whether a sentence or one beside it names an entity."""
    n = text.sentences.index(sentence)
    around = text.sentences[max(0, n - 1) : n + 2]
    names = entity.within(text.document.id)
    return any(within(names, other) for other in around)


def is_in_place(mine: tuple[str, ...], theirs: tuple[str, ...], alike: float = ALIKE) -> bool:
    """Tell whether two word sequences with a gap each say the same thing around the gap.

    They must share most words in order, the gap among them, and a word right beside it.
    """
    common = LCSseq.similarity(mine, theirs)
    if common < alike * min(len(mine), len(theirs)) or common < MIN_COMMON:
        return False
    i, j = mine.index(GAP), theirs.index(GAP)
    left, right = (
        LCSseq.similarity(mine[:i], theirs[:j]),
        LCSseq.similarity(mine[i + 1 :], theirs[j + 1 :]),
    )
    beside = mine[max(0, i - 1) : i] == theirs[max(0, j - 1) : j] != () or (
        mine[i + 1 : i + 2] == theirs[j + 1 : j + 2] != ()
    )
    return beside and left + right + 1 >= common


MIN_COMMON = 4
"""Words that two sentences must share, the gap included. A guess."""


def _words(sentence: Sentence, name: Name) -> tuple[str, ...]:
    """Return the folded words of a sentence, the name as one gap."""
    words: list[str] = []
    for token in sentence.tokens:
        if name.start <= token.start < name.end:
            if words[-1:] != [GAP]:
                words.append(GAP)
        elif token.pos not in {"PUNCT", "DET", "SPACE"}:
            words.append(plain(token.lemma))
    return tuple(words) if GAP in words else (*words, GAP)


def _passages(case: Case, link: Link, floor: float) -> Iterator[tuple[Text, Sentence, Evidence]]:
    texts = {text.document.id: text for text in case.references}
    for passage in link.evidence:
        if passage.score < floor:
            continue
        text = texts[passage.reference]
        for sentence in within(text.sentences, passage):
            yield text, sentence, passage


def _named(case: Case, link: Link, other: Name) -> bool:
    """Tell whether the article's sentence names what a reference's name names, by its words."""
    words = set(distinctive(form(other.text)) or form(other.text).words)
    return any(
        words & set(form(name.text).words)
        for name in within(case.article.names, link.sentence)
        if distinctive(form(name.text))
    )


def _named_in(case: Case, link: Link, text: Text, other: Name) -> bool:
    """Tell whether the article's sentence may name what a reference's name names."""
    entity = case.entities.of(text.document.id, other)
    own = within(case.article.names, link.sentence)
    if entity is None or any(name in own for name in entity.within("article")):
        return True
    words = _spoken(case, "article", own)
    return any(
        is_given_match(a, b) for a in words for b in _spoken(case, text.document.id, [other])
    )


def _spoken(case: Case, document: str, names: Iterable[Name]) -> frozenset[str]:
    """Return the telling words of names and of all forms of what they name."""
    entities = [(name, case.entities.of(document, name)) for name in names]
    texts = {
        text for name, entity in entities for text in (entity.forms if entity else (name.text,))
    }
    forms = [form(text) for text in texts]
    return frozenset(word for found in forms for word in distinctive(found) or found.words)


def _evidence(text: Text, name: Name) -> Evidence:
    """Return the sentence that holds a name as a passage."""
    sentence = within(text.sentences, name)[0]
    return Evidence(
        reference=text.document.id,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        stance=Stance.CONTRADICTS,
        score=1.0,
    )
