"""Who speaks each quotation: names, roles and pronouns followed back to somebody."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.lexicon import lexicon
from auditor.mentions.quotations.attribution import Attribution, Setting, attribution, settings
from auditor.mentions.quotations.people import People
from auditor.mentions.quotations.pronouns import SINGULAR, antecedent, is_between, last_spoken
from auditor.mentions.quotations.voices import Voice, named, owner
from auditor.model.quotation import Quotation, QuotationKind, SpeakerKind
from auditor.model.text import Sentence, Text


def with_speakers(
    text: Text, quotations: Sequence[Quotation], known: People
) -> tuple[Quotation, ...]:
    """Return the quotations with their speakers, in the order given.

    Where the text names nobody, a quotation that continues the one before, or that is a whole
    sentence right behind it, in the same paragraph or the next, has its speaker.
    """
    done: list[Quotation] = []
    places = settings(text, quotations)
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
    return not is_between(text, last.end, quotation.start)


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
        if token.text.casefold() in SINGULAR:
            name = antecedent(text, places, sentence, token, before, known)
        if name:
            return Voice(name, SpeakerKind.PERSON, token.start, token.end)
        last = last_spoken(text, sentence, token, before)
        return Voice(
            last.speaker if last else "",
            last.speaker_kind if last else SpeakerKind.UNKNOWN,
            token.start,
            token.end,
        )
    if token.lemma in lexicon("speech")["documents"]:
        whose = owner(tokens, head)
        if whose is None:
            return Voice("", SpeakerKind.UNKNOWN, token.start, token.end)
        head = whose
    return named(tokens, head, known)
