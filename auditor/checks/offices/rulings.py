"""Offices that the article gives to people of whom the references say something else."""

from collections.abc import Iterator, Sequence

from auditor.checks.offices.held_titles import HeldTitle, forms_of, mentions, title_of
from auditor.checks.offices.outcome import Outcome
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.lexicon import lexicon
from auditor.model.entity import Appearance, Entity
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind, SentenceKind, Stance

BESIDE = 6
"""Tokens between a name and a title that stands with it. A guess."""

BEHIND = 2
"""Tokens behind a title that a message shows: ``office``, the name. A guess."""

Mention = tuple[Text, Sentence, str]
"""Where a reference has a title for somebody, and the words around it."""


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the titles that no reference gives to the one whom the article calls so."""
    seen: set[str] = set()
    for name in case.article.names:
        entity = case.entities.of("article", name)
        if name.kind is not NameKind.PERSON or entity is None or entity.id in seen:
            continue
        title = title_of(name.role)
        if title is None or not entity.beyond("article") or within(case.article.quotes, name):
            continue
        seen.add(entity.id)
        ruling = _ruling(case, name, entity, title)
        if ruling is not None:
            yield ruling


def _ruling(case: Case, name: Name, entity: Entity, title: HeldTitle) -> Ruling | None:
    span = _span(case.article, name, title)
    if span is None:
        return None
    if title.is_weak or _is_weak_here(case, name, title):
        return None
    if any(_mentions(case, entity, title, weak=False)):
        return None
    weak = next(_mentions(case, entity, title, weak=True), None)
    if weak is not None:
        return _told(case, Outcome.WEAKENED, span, name, weak)
    theirs = [one.name.role for one in entity.beyond("article") if _tells(one.name.role)]
    holder = next(_holders(case, entity, title), None)
    if holder is None or not theirs:
        return None
    text, sentence, holding = holder
    fields = {"name": name.text, "title": case.article.document.text[slice(*span)]}
    fields |= {"said": theirs[0], "holder": holding.text}
    proof = evidence(text, sentence, Stance.CONTRADICTS, 1.0)
    return Ruling(Outcome.ANOTHERS, *span, fields, None, (proof,))


def _is_weak_here(case: Case, name: Name, title: HeldTitle) -> bool:
    """Tell whether the article's own sentence weakens the title: ``once the town's mayor``."""
    return any(
        weak and not _is_of_another(case.article, sentence, at, name)
        for sentence in within(case.article.sentences, name)[:1]
        for at, weak in mentions(sentence, title.words)
    )


def _tells(role: str) -> bool:
    """Tell whether a description says more than ``Mr``."""
    return bool(role) and role not in lexicon("titles")["honorifics"]


def _span(text: Text, name: Name, title: HeldTitle) -> tuple[int, int] | None:
    """Return where the title stands that the article gives to a name, with what weakens it."""
    low = text.document.text.lower()
    sentence = within(text.sentences, name)[0]
    for form in (title.stated, *forms_of(title.words)):
        before = low.rfind(form, sentence.start, name.start)
        after = low.find(form, name.end, sentence.end)
        start = before if before >= 0 else after
        if start >= 0:
            return start, start + len(form)
    return None


def _told(case: Case, outcome: Outcome, span: tuple[int, int], name: Name, said: Mention) -> Ruling:
    text, sentence, words = said
    fields = {"name": name.text, "title": case.article.document.text[slice(*span)], "said": words}
    proof = evidence(text, sentence, Stance.CONTRADICTS, 1.0)
    return Ruling(outcome, *span, fields, None, (proof,))


def _sentences(case: Case, entity: Entity) -> Iterator[tuple[Text, Sentence, Appearance]]:
    """Yield the sentences of the references that name an entity."""
    for one in entity.beyond("article"):
        text = case.texts[one.document]
        for sentence in within(text.sentences, one.name)[:1]:
            yield text, sentence, one


def _mentions(case: Case, entity: Entity, title: HeldTitle, *, weak: bool) -> Iterator[Mention]:
    """Yield where references name somebody and have the title for him, weakened or not."""
    for text, sentence, one in _sentences(case, entity):
        if sentence.kind is SentenceKind.BOILERPLATE:
            continue
        for at, weakened in mentions(sentence, title.words):
            if weakened is weak and not _is_of_another(text, sentence, at, one.name):
                yield text, sentence, _words(sentence, at)


def _words(sentence: Sentence, at: int) -> str:
    """Return the words around a title up to the marks beside it: ``the former prime minister``."""
    tokens = sentence.tokens
    first = last = at
    while first and at - first < BESIDE and tokens[first - 1].pos != "PUNCT":
        first -= 1
    while last + 1 < len(tokens) and last - at < BEHIND and tokens[last + 1].pos != "PUNCT":
        last += 1
    offset = sentence.start
    return sentence.text[tokens[first].start - offset : tokens[last].end - offset]


def _is_of_another(text: Text, sentence: Sentence, at: int, name: Name) -> bool:
    """Tell whether a title stands with another person's name, and not with this one."""
    near = [
        other
        for other in within(text.names, sentence)
        if other.kind is NameKind.PERSON and _apart(sentence, at, other) <= BESIDE
    ]
    nearest = min(near, key=lambda other: _apart(sentence, at, other), default=None)
    if nearest is None or nearest.start == name.start:
        return False
    given = title_of(nearest.role)
    return given is not None and sentence.tokens[at].text.lower() in given.stated.split()


def _apart(sentence: Sentence, at: int, name: Name) -> int:
    """Return how many tokens lie between a token and a name."""
    inside = [
        n
        for n, token in enumerate(sentence.tokens)
        if name.start <= token.start and token.end <= name.end
    ]
    return min((abs(n - at) for n in inside), default=len(sentence.tokens))


def _holders(case: Case, entity: Entity, title: HeldTitle) -> Iterator[tuple[Text, Sentence, Name]]:
    """Yield who else has the title in the references, where they say it."""
    for text in case.references:
        for other in text.names:
            held = title_of(other.role)
            if other.kind is not NameKind.PERSON or held is None or held.is_weak:
                continue
            who = case.entities.of(text.document.id, other)
            if held.words == title.words and (who is None or who.id != entity.id):
                sentences: Sequence[Sentence] = within(text.sentences, other)
                yield text, sentences[0], other
