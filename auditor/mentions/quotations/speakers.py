"""Who speaks each quotation: names, roles and pronouns followed back to somebody."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.lexicon import lexicon
from auditor.mentions.quotations.attribution import Attribution, Setting, attribution, setting
from auditor.mentions.quotations.people import People, name_of, persons
from auditor.model.quotation import Quotation, QuotationKind, SpeakerKind
from auditor.model.text import Sentence, Text, Token

MEMORY = 3
"""Sentences before a pronoun in which its person is looked for. A guess."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SINGULAR = frozenset({"he", "she"})
_MEANT = {
    "he": frozenset({SpeakerKind.ROLE}),
    "she": frozenset({SpeakerKind.ROLE}),
    "it": frozenset({SpeakerKind.BODY, SpeakerKind.PLACE}),
    "they": frozenset({SpeakerKind.ROLE, SpeakerKind.BODY}),
}
"""What an unnamed speaker may be for a pronoun to mean it."""

_PLACES = frozenset({"GPE", "NORP", "LOC"})
_BODIES = _PLACES | {"ORG", "FAC"}


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: name or role, what it is, and where the text states it."""

    name: str
    kind: SpeakerKind
    start: int
    end: int


def with_speakers(
    text: Text, quotations: Sequence[Quotation], known: People
) -> tuple[Quotation, ...]:
    """Return the quotations with their speakers, in the order given.

    Where the text names nobody, a quotation that continues the one before, or that is a whole
    sentence right behind it, in the same paragraph or the next, has its speaker.
    """
    done: list[Quotation] = []
    places = {s.id: setting(s, quotations) for s in text.sentences}
    for quotation in quotations:
        sentence = _sentence_of(text.sentences, quotation)
        if sentence is None:
            done.append(quotation)
            continue
        done.append(_with_speaker(text, places, sentence, quotation, done, known))
    return tuple(_carried_back(text, done))


def _with_speaker(
    text: Text,
    places: Mapping[str, Setting],
    sentence: Sentence,
    quotation: Quotation,
    before: Sequence[Quotation],
    known: People,
) -> Quotation:
    place = places[sentence.id]
    found = None if quotation.nested else attribution(place, quotation)
    if found is not None and found.speaker is not None:
        voice = _voice(text, places, sentence, found, before, known)
        same = any(voice.end and q.speaker_start == voice.start for q in before[-1:])
        return replace(
            quotation,
            continues=quotation.continues or same,
            speaker=voice.name,
            speaker_kind=voice.kind,
            speaker_start=voice.start,
            speaker_end=voice.end,
            cue=place.tokens[found.cue].lemma,
        )
    last = next((q for q in reversed(before) if not q.nested), None)
    if (
        quotation.nested
        or not quotation.closed
        or last is None
        or not _carries(text, sentence, quotation, last)
    ):
        return quotation
    return replace(
        quotation,
        speaker=last.speaker,
        speaker_kind=last.speaker_kind,
        speaker_start=last.speaker_start,
        speaker_end=last.speaker_end,
        carried=True,
        continues=quotation.continues or _same_sentence(sentence, last),
    )


def _same_sentence(sentence: Sentence, last: Quotation) -> bool:
    return sentence.start <= last.start


def _carries(text: Text, sentence: Sentence, quotation: Quotation, last: Quotation) -> bool:
    """Tell whether a quotation without a speaker of its own goes on with the one before."""
    if quotation.continues or _same_sentence(sentence, last):
        return True
    if last.kind not in {QuotationKind.SPEECH, QuotationKind.PHRASE}:
        return False
    alone = quotation.end - quotation.start > 0.8 * (sentence.end - sentence.start)
    previous = _sentence_of(text.sentences, last)
    if not alone or previous is None or sentence.paragraph - previous.paragraph > 1:
        return False
    return not any(last.end <= s.start and s.end <= quotation.start for s in text.sentences)


def _carried_back(text: Text, done: Sequence[Quotation]) -> Iterator[Quotation]:
    """Give the first half of ``“We will.” “Not go,” she said`` in one sentence its speaker."""
    for n, quotation in enumerate(done):
        following = done[n + 1] if n + 1 < len(done) else None
        sentence = _sentence_of(text.sentences, quotation)
        if (
            following is not None
            and sentence is not None
            and not quotation.nested
            and not quotation.speaker
            and not quotation.cue
            and following.start < sentence.end
            and quotation.kind is QuotationKind.SPEECH
        ):
            yield replace(
                quotation,
                speaker=following.speaker,
                speaker_kind=following.speaker_kind,
                carried=True,
            )
        else:
            yield quotation


def _sentence_of(sentences: Sequence[Sentence], quotation: Quotation) -> Sentence | None:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].end <= quotation.start:
            low = middle + 1
        else:
            high = middle
    return (
        sentences[low] if low < len(sentences) and sentences[low].start <= quotation.start else None
    )


def _voice(
    text: Text,
    places: Mapping[str, Setting],
    sentence: Sentence,
    found: Attribution,
    before: Sequence[Quotation],
    known: People,
) -> Voice:
    tokens, head = sentence.tokens, found.speaker or 0
    token = tokens[head]
    if token.pos == "PRON":
        name = ""
        if token.text.casefold() in _SINGULAR:
            name = _antecedent(text, places, sentence, token, before, known)
        if name:
            return Voice(name, SpeakerKind.PERSON, token.start, token.end)
        last = _last_spoken(text, sentence, token, before)
        return Voice(
            last.speaker if last else "",
            last.speaker_kind if last else SpeakerKind.UNKNOWN,
            token.start,
            token.end,
        )
    if token.lemma in lexicon("speech")["documents"]:
        owner = _owner(tokens, head)
        if owner is None:
            return Voice("", SpeakerKind.UNKNOWN, token.start, token.end)
        head = owner
    return _named(tokens, head, known)


def _last_spoken(
    text: Text, sentence: Sentence, pronoun: Token, before: Sequence[Quotation]
) -> Quotation | None:
    """Return the quotation before, where ``she`` or ``it`` may be its unnamed speaker."""
    last = next((q for q in reversed(before) if not q.nested and q.speaker), None)
    fitting = _MEANT.get(pronoun.text.casefold(), frozenset())
    if last is None or last.speaker_kind not in fitting:
        return None
    near = [s for s in text.sentences if last.end <= s.start and s.end <= sentence.start]
    plural = last.speaker.endswith("s") and last.speaker_kind is SpeakerKind.ROLE
    return last if not near and not (plural and pronoun.text.casefold() in _SINGULAR) else None


def _owner(tokens: Sequence[Token], head: int) -> int | None:
    """Return whose document it is: ``Smith's statement``, ``Smith issued a statement``."""
    if tokens[head].dep == "dobj":
        verb = tokens[head].head
        return next((n for n, t in enumerate(tokens) if t.head == verb and t.dep == "nsubj"), None)
    for n, token in enumerate(tokens):
        if token.head == head and token.dep == "poss" and token.pos != "PRON":
            return n
        if token.head == head and token.dep in {"prep", "agent"} and token.lemma in {"from", "by"}:
            return next((m for m, t in enumerate(tokens) if t.head == n and t.dep == "pobj"), None)
    return None


def _named(tokens: Sequence[Token], head: int, known: People) -> Voice:
    """Return the speaker whose noun is at `head`: the person in apposition, else the phrase."""
    for n in (head, *(m for m, t in enumerate(tokens) if t.head == head and t.dep == "appos")):
        for start, end in persons(tokens):
            if start <= n < end:
                name = name_of(tokens[start:end])
                span = (tokens[start].start, tokens[end - 1].end)
                return Voice(known.full(name), SpeakerKind.PERSON, *span)
    start, end = _phrase(tokens, head)
    name, span = name_of(tokens[start:end]), (tokens[start].start, tokens[end - 1].end)
    if tokens[head].pos == "PROPN":
        if titled := _titled(tokens[start:end]):
            return Voice(known.full(titled), SpeakerKind.PERSON, *span)
        if known.knows(name) and (tokens[head].entity not in _BODIES or known.full(name) != name):
            return Voice(known.full(name), SpeakerKind.PERSON, *span)
        kind = SpeakerKind.PLACE if tokens[head].entity in _PLACES else SpeakerKind.BODY
        return Voice(name, kind, *span)
    return Voice(name, SpeakerKind.ROLE, *span)


def _titled(phrase: Sequence[Token]) -> str:
    """Return the name behind a title, where the phrase is one: Assistant Police Chief Ames."""
    titles = lexicon("speech")["titles"]
    last = max(
        (n for n, t in enumerate(phrase) if t.text.casefold().strip(".") in titles), default=-1
    )
    rest = phrase[last + 1 :]
    return name_of(rest) if last >= 0 and all(t.pos == "PROPN" for t in rest) else ""


def _phrase(tokens: Sequence[Token], head: int) -> tuple[int, int]:
    """Return the noun phrase around `head`: what stands before it, and its ``of`` and ``for``."""
    start = head
    while start > 0 and _belongs(tokens, start - 1, head):
        start -= 1
    end = head + 1
    while end < len(tokens) and _follows(tokens, end, head) and end - head < 12:
        end += 1
    while end > head + 1 and tokens[end - 1].pos in {"ADP", "DET", "PUNCT"}:
        end -= 1
    return start, end


def _belongs(tokens: Sequence[Token], n: int, head: int) -> bool:
    """Tell whether token `n`, before the head, hangs on it without a clause between."""
    if tokens[n].pos in {"DET", "VERB", "PUNCT", "SCONJ"} and tokens[n].text != "-":
        return False
    for _ in range(6):
        if n == head:
            return True
        n = tokens[n].head
    return n == head


def _follows(tokens: Sequence[Token], n: int, head: int) -> bool:
    """Tell whether token `n`, behind the head, belongs to its ``of`` or ``for`` phrase."""
    if tokens[n].pos in {"PUNCT", "VERB", "AUX", "SCONJ", "CCONJ"}:
        return tokens[n].text == "-"
    m = n
    for _ in range(6):
        if tokens[m].dep == "prep" and tokens[m].head == head:
            return tokens[m].lemma in {"of", "for", "at", "from", "with"}
        m = tokens[m].head
    return False


def _antecedent(
    text: Text,
    places: Mapping[str, Setting],
    sentence: Sentence,
    pronoun: Token,
    before: Sequence[Quotation],
    known: People,
) -> str:
    """Return the person that ``he`` or ``she`` stands for, "" where it is not plain.

    Plain is the person whose words the sentence before quotes, or who is its subject. A sentence
    about somebody unnamed in between (a spokesman, the imam) makes it anybody.
    """
    at = text.sentences.index(sentence)
    for earlier in reversed(text.sentences[max(0, at - MEMORY) : at + 1]):
        place = places[earlier.id]
        spoken = [q for q in before if earlier.start <= q.start < earlier.end and not q.nested]
        if spoken and earlier is not sentence:
            last = spoken[-1]
            return last.speaker if last.speaker_kind is SpeakerKind.PERSON else ""
        names = {
            known.full(name_of(earlier.tokens[start:end]))
            for start, end in persons(earlier.tokens)
            if earlier.tokens[start].start < pronoun.start
            and not place.quoted[start]
            and earlier.tokens[end - 1].dep in _SUBJECTS
        }
        if names:
            return names.pop() if len(names) == 1 else ""
        if earlier is not sentence and any(
            _is_somebody(place, n) for n in range(len(place.tokens))
        ):
            return ""
    return ""


def _is_somebody(place: Setting, n: int) -> bool:
    """Tell whether a token is a subject that is no name: ``he`` may mean it."""
    token = place.tokens[n]
    return token.dep in _SUBJECTS and token.pos in {"NOUN", "PROPN"} and not place.quoted[n]
