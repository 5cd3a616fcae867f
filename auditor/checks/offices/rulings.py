"""Offices that the article gives to people of whom the references say something else."""

from collections.abc import Iterator, Sequence

from auditor.checks.offices.outcome import Outcome
from auditor.checks.offices.titles import HeldTitle, forms_of, mentions, title_of
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.lexicon import lexicon
from auditor.model.entity import Appearance, Entity
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind, SentenceKind, Stance

REACH = 80
"""Characters between a name and the title that the article gives it. A guess."""

BESIDE = 6
"""Tokens between a name and a title that stands with it. A guess."""


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
    theirs = [one.name.role for one in entity.beyond("article") if _tells(one.name.role)]
    titles = [(role, other) for role in theirs if (other := title_of(role))]
    is_weak = title.is_weak or _is_weak_here(case.article, name, title)
    same = [(role, other) for role, other in titles if other.words == title.words]
    if is_weak:
        held = [role for role, other in same if not other.is_weak]
        told = held and len(held) == len(same) and not _is_ever_weak(case, entity, title)
        return _told(case, Outcome.ENDED, span, name, entity, held[0]) if told else None
    if any(not other.is_weak for _, other in same) or _is_ever_plain(case, entity, title):
        return None
    if same:
        return _told(case, Outcome.WEAKENED, span, name, entity, same[0][0])
    weak = next(_weak_mentions(case, entity, title), None)
    if weak is not None:
        return _told(case, Outcome.WEAKENED, span, name, entity, weak[2], weak[:2])
    holder = next(_holders(case, entity, title), None)
    if holder is None or not theirs:
        return None
    text, sentence, holding = holder
    fields = {"name": name.text, "title": case.article.document.text[slice(*span)]}
    fields |= {"said": theirs[0], "holder": holding.text}
    proof = evidence(text, sentence, Stance.CONTRADICTS, 1.0)
    return Ruling(Outcome.ANOTHERS, *span, fields, None, (proof,))


def _is_weak_here(article: Text, name: Name, title: HeldTitle) -> bool:
    """Tell whether the article's own sentence weakens the title: ``once the town's mayor``."""
    sentences = within(article.sentences, name)[:1]
    return any(weak for one in sentences for _, weak in mentions(one, title.words))


def _tells(role: str) -> bool:
    """Tell whether a description says more than ``Mr``."""
    return bool(role) and role not in lexicon("titles")["honorifics"]


def _span(text: Text, name: Name, title: HeldTitle) -> tuple[int, int] | None:
    """Return where the title stands that the article gives to a name, with what weakens it."""
    low = text.document.text.lower()
    for form in (title.stated, *forms_of(title.words)):
        before = low.rfind(form, max(0, name.start - REACH), name.start)
        after = low.find(form, name.end, name.end + REACH)
        start = before if before >= 0 else after
        if start >= 0:
            return start, start + len(form)
    return None


def _told(
    case: Case,
    outcome: Outcome,
    span: tuple[int, int],
    name: Name,
    entity: Entity,
    said: str,
    where: tuple[Text, Sentence] | None = None,
) -> Ruling:
    text, sentence = where or _sentence_of(case, entity, said)
    fields = {"name": name.text, "title": case.article.document.text[slice(*span)], "said": said}
    proof = evidence(text, sentence, Stance.CONTRADICTS, 1.0)
    return Ruling(outcome, *span, fields, None, (proof,))


def _sentence_of(case: Case, entity: Entity, role: str) -> tuple[Text, Sentence]:
    """Return the sentence of a reference that gives an entity a description."""
    one = next(one for one in entity.beyond("article") if one.name.role == role)
    text = case.texts[one.document]
    return text, within(text.sentences, one.name)[0]


def _sentences(case: Case, entity: Entity) -> Iterator[tuple[Text, Sentence, Appearance]]:
    """Yield the sentences of the references that name an entity."""
    for one in entity.beyond("article"):
        text = case.texts[one.document]
        for sentence in within(text.sentences, one.name)[:1]:
            yield text, sentence, one


def _is_ever_plain(case: Case, entity: Entity, title: HeldTitle) -> bool:
    """Tell whether a sentence that names somebody may give him the title: ``X, who is mayor``."""
    return any(
        not weak and not _is_of_another(text, sentence, at, one.name)
        for text, sentence, one in _sentences(case, entity)
        if sentence.kind is not SentenceKind.BOILERPLATE
        for at, weak in mentions(sentence, title.words)
    )


def _is_ever_weak(case: Case, entity: Entity, title: HeldTitle) -> bool:
    return any(
        weak
        for _, sentence, _ in _sentences(case, entity)
        for _, weak in mentions(sentence, title.words)
    )


def _weak_mentions(
    case: Case, entity: Entity, title: HeldTitle
) -> Iterator[tuple[Text, Sentence, str]]:
    """Yield sentences that name somebody and have the title weakened, with those words."""
    for text, sentence, one in _sentences(case, entity):
        for at, weak in mentions(sentence, title.words):
            if weak and not _is_of_another(text, sentence, at, one.name):
                tokens = sentence.tokens
                first, last = max(0, at - BESIDE), min(at + 3, len(tokens) - 1)
                start, end = tokens[first].start, tokens[last].end
                yield text, sentence, text.document.text[start:end]


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
