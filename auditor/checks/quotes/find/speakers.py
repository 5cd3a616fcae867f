"""Who speaks each quote: names, roles and pronouns followed back to somebody."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.checks.quotes.find.attribution import Attribution, Setting, attribution, settings
from auditor.checks.quotes.find.people import People
from auditor.checks.quotes.find.pronouns import SINGULAR, antecedent, is_between, last_spoken
from auditor.checks.quotes.find.voices import Voice, named, owner
from auditor.knowledge.lexicon import lexicon
from auditor.model.quote import Quote, QuoteKind, SpeakerKind
from auditor.model.text import Sentence, Text


def with_speakers(text: Text, quotes: Sequence[Quote], known: People) -> tuple[Quote, ...]:
    """Return the quotes with their speakers, in the order given.

    Where the text names nobody, a quote that continues the one before, or that is a whole
    sentence right behind it, in the same paragraph or the next, has its speaker.
    """
    done: list[Quote] = []
    places = settings(text, quotes)
    for quote in quotes:
        sentence = _sentence_of(text.sentences, quote)
        if sentence is None:
            done.append(quote)
            continue
        done.append(_with_speaker(text, places, sentence, quote, done, known))
    return tuple(_carried_back(text, done))


def _with_speaker(
    text: Text,
    settings: Mapping[str, Setting],
    sentence: Sentence,
    quote: Quote,
    before: Sequence[Quote],
    known: People,
) -> Quote:
    setting = settings[sentence.id]
    attributed = None if quote.nested else attribution(setting, quote)
    if attributed is not None and attributed.speaker is not None:
        voice = _voice(text, settings, sentence, attributed, before, known)
        same = any(voice.end and q.speaker_start == voice.start for q in before[-1:])
        return replace(
            quote,
            continues=quote.continues or same,
            speaker=voice.name,
            speaker_kind=voice.kind,
            speaker_start=voice.start,
            speaker_end=voice.end,
            cue=setting.tokens[attributed.cue].lemma,
        )
    last = next((q for q in reversed(before) if not q.nested), None)
    if (
        quote.nested
        or not quote.closed
        or last is None
        or not _carries(text, sentence, quote, last)
    ):
        return quote
    return replace(
        quote,
        speaker=last.speaker,
        speaker_kind=last.speaker_kind,
        speaker_start=last.speaker_start,
        speaker_end=last.speaker_end,
        carried=True,
        continues=quote.continues or _same_sentence(sentence, last),
    )


def _same_sentence(sentence: Sentence, last: Quote) -> bool:
    return sentence.start <= last.start


def _carries(text: Text, sentence: Sentence, quote: Quote, last: Quote) -> bool:
    """Tell whether a quote without a speaker of its own goes on with the one before."""
    if quote.continues or _same_sentence(sentence, last):
        return True
    if last.kind not in {QuoteKind.SPEECH, QuoteKind.PHRASE}:
        return False
    alone = quote.end - quote.start > 0.8 * (sentence.end - sentence.start)
    previous = _sentence_of(text.sentences, last)
    if not alone or previous is None or sentence.paragraph - previous.paragraph > 1:
        return False
    return not is_between(text, last.end, quote.start)


def _carried_back(text: Text, done: Sequence[Quote]) -> Iterator[Quote]:
    """Give the first half of ``“We will.” “Not go,” she said`` in one sentence its speaker."""
    for n, quote in enumerate(done):
        following = done[n + 1] if n + 1 < len(done) else None
        sentence = _sentence_of(text.sentences, quote)
        if (
            following is not None
            and sentence is not None
            and not quote.nested
            and not quote.speaker
            and not quote.cue
            and following.start < sentence.end
            and quote.kind is QuoteKind.SPEECH
        ):
            yield replace(
                quote,
                speaker=following.speaker,
                speaker_kind=following.speaker_kind,
                carried=True,
            )
        else:
            yield quote


def _sentence_of(sentences: Sequence[Sentence], quote: Quote) -> Sentence | None:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].end <= quote.start:
            low = middle + 1
        else:
            high = middle
    return sentences[low] if low < len(sentences) and sentences[low].start <= quote.start else None


def _voice(
    text: Text,
    settings: Mapping[str, Setting],
    sentence: Sentence,
    attributed: Attribution,
    before: Sequence[Quote],
    known: People,
) -> Voice:
    tokens, head = sentence.tokens, attributed.speaker or 0
    token = tokens[head]
    if token.pos == "PRON":
        name = ""
        if token.text.casefold() in SINGULAR:
            name = antecedent(text, settings, sentence, token, before, known)
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
