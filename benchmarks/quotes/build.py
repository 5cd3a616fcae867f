"""Articles made of spoilt and unspoilt quotes, with what an audit should say of each."""

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.checks.mentions import with_mentions
from auditor.model.document import Document
from auditor.model.quote import Quote, QuoteKind, SpeakerKind
from auditor.model.text import Text
from auditor.text.segment import segment
from benchmarks.quotes.spoil import SPOILERS

WORDS = (6, 60)
"""Quotes of so many words are spoilt: shorter ones give too little to work on."""

MARKS = ("“{}”", '"{}"', "‘{}’", "«{}»", "„{}“")
SETTINGS = (
    "{quote} {who} said.",
    "{who} said: {quote}",
    "{quote} said {who}.",
    "According to {who}, {quote}",
)
REFERENCES = 20
OTHERS = {
    "other speaker": frozenset({SpeakerKind.PERSON, SpeakerKind.BODY}),
    "other, unnamed": frozenset({SpeakerKind.ROLE}),
}
"""Wrong speakers: somebody named, or a role, which the right one may have after all."""

SHORTER = 0.4
"""How often a person is named by title and last name alone."""

PHRASE = 3
"""Words of a partial quote."""

_REPORTED = re.compile(
    r"[^,]{3,70}? (?:said|announced|warned|added|stated|claimed)(?: on \w+day)?"
    r" (?:that )?([a-z][^\"“”;:]{40,200})\."
)
_DENIES = re.compile(r"(?:^not|^never|^no|^cannot|n['’]t|^without)$", re.IGNORECASE)
_FIRST_PERSON = {
    "he": "I", "she": "I", "they": "we", "his": "my", "her": "my", "their": "our", "would": "will",
    "had": "have", "was": "is", "were": "are", "could": "can",
}  # fmt: skip
_SPEECH = re.compile(
    r"\b(?:s(?:aid|ays?|aying)|told|add(?:s|ed)|accord|announc|warn|stat(?:es|ed)|claim|report|call)"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A quote put into an article: how it was made, and the rung that it should land on.

    Attributes:
        speaker: ``right``, ``wrong``, or ``none`` where the true one is not known.
    """

    way: str
    rung: str
    quote: str
    speaker: str
    truth: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """An article of one quote a paragraph, with its references."""

    asked: tuple[Asked, ...]
    article: str
    references: tuple[Text, ...]


def texts(paths: Sequence[Path], most: int, half: int) -> Iterator[Text]:
    """Yield the news texts of JSON-lines files that hold quotes; every second one."""
    found = 0
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for n, line in enumerate(lines):
                text = json.loads(line)["text"]
                if n % 2 == half and len(re.findall('["“”]', text)) >= 4 and len(text) < 12000:
                    yield with_mentions(segment(Document(f"r{found}", str(n), text, "")))
                    found += 1
                    if found == most:
                        return


def bundles(news: Sequence[Text], seed: int) -> Iterator[Bundle]:
    """Yield a bundle for each text: itself and others as references, its quotes spoilt."""
    for n, text in enumerate(news):
        chance = random.Random(f"{seed} {n}")
        others = [one for m, one in enumerate(news) if m != n]
        drawn = chance.sample(others, min(len(others), REFERENCES))
        references = (text, *drawn[1:])
        asked = tuple(_asked(text, drawn[0], references, chance))
        if asked:
            article = "\n\n".join(_paragraph(one, chance) for one in asked)
            yield Bundle(asked, article, references)


def _asked(
    text: Text, stranger: Text, references: Sequence[Text], chance: random.Random
) -> Iterator[Asked]:
    spoken = _spoken(text)
    for quote in spoken[:6]:
        yield from _spoilt(text, quote, chance)
    yield from _stitched(spoken)
    for quote in spoken[:3]:
        if phrase := _phrase(quote):
            yield Asked("phrase", "silent", phrase, "none", "")
    yield from _foreign(_spoken(stranger)[:4], references)
    reported = [m for s in text.sentences if (m := _REPORTED.fullmatch(s.text))]
    for found in reported[:3]:
        yield Asked("reported", "promoted", _direct(found.group(1)), "none", "")
    for told in _told(text)[:2]:
        yield Asked("narrated", "reporter's words", told, "none", "")


def _spoilt(text: Text, quote: Quote, chance: random.Random) -> Iterator[Asked]:
    who = quote.speaker if _is_certain(text, quote) else ""
    right = "right" if who else "none"
    yield Asked("true", "silent", quote.text, right, who)
    for way, (spoil, rung) in SPOILERS.items():
        made = spoil(quote.text, chance)
        if made and made != quote.text:
            yield Asked(way, rung, made, right, who)
    for way, kinds in OTHERS.items():
        if other := _other_speaker(text, quote, kinds):
            yield Asked(way, "silent", quote.text, "wrong", other)


def _foreign(strange: Sequence[Quote], references: Sequence[Text]) -> Iterator[Asked]:
    known = " ".join(one.document.text for one in references).casefold()
    for quote in strange:
        if quote.text[:40].casefold() not in known:
            yield Asked("stranger", "fabricated", quote.text, "none", "")
        phrase = _phrase(quote)
        if phrase and phrase not in known:
            yield Asked("stranger's phrase", "fabricated", phrase, "none", "")


def _spoken(text: Text) -> list[Quote]:
    low, high = WORDS
    return [
        q
        for q in text.quotes
        if q.kind is QuoteKind.SPEECH
        and q.closed
        and not q.nested
        and low <= len(q.text.split()) <= high
        and "\n" not in q.text
        and not re.search("[\"“”‘«»\\[\\]]|''", q.text)
    ]


def _is_certain(text: Text, quote: Quote) -> bool:
    """Tell whether the name stands right beside the quote and a plain verb of speech."""
    around = text.document.text[max(0, quote.start - 80) : quote.end + 80]
    last = re.escape(quote.speaker.split()[-1]) if quote.speaker else "$^"
    plain = re.search(rf"\bsaid (?:\w+ ){{0,2}}{last}\b|\b{last} (?:said|told|added)\b", around)
    return quote.speaker_kind is SpeakerKind.PERSON and not quote.carried and bool(plain)


def _other_speaker(text: Text, quote: Quote, kinds: frozenset[SpeakerKind]) -> str:
    """Return somebody else whom the text quotes, "" for nobody."""
    if not _is_certain(text, quote):
        return ""
    own = set(quote.speaker.casefold().split())
    others = [
        q.speaker
        for q in text.quotes
        if q.speaker_kind in kinds
        and q.speaker
        and not q.speaker.isupper()
        and not q.carried
        and not own & set(q.speaker.casefold().split())
    ]
    return others[0] if others else ""


def _stitched(spoken: Sequence[Quote]) -> Iterator[Asked]:
    pairs = [
        (a, b) for a in spoken for b in spoken if b.start - a.end > 500 and a.text[-1:] not in "…?"
    ]
    for a, b in pairs[:2]:
        first = " ".join(a.text.rstrip(".").split()[:14])
        second = " ".join(b.text.split()[:14])
        yield Asked("stitched", "stitched", f"{first} and {second}", "none", "")


def _phrase(quote: Quote) -> str:
    """Return a few plain words from the middle of a quote, "" where there are none."""
    words = quote.text.split()
    for at in range(2, len(words) - PHRASE):
        some = words[at : at + PHRASE]
        if (
            not _DENIES.search(words[at - 1])
            and all(word.isalpha() and word.islower() for word in some)
            and len(some[-1]) > 5
        ):
            return " ".join(some)
    return ""


def _direct(reported: str) -> str:
    words = [_FIRST_PERSON.get(word, word) for word in reported.split()]
    return " ".join(words)


def _told(text: Text) -> list[str]:
    """Return sentences of the reporter's own."""
    return [
        s.text.rstrip(".")
        for s in text.sentences
        if 8 <= len(s.text.split()) <= 25
        and not _SPEECH.search(s.text)
        and not re.search('["“”]', s.text)
        and s.text.endswith(".")
        and s.tokens
        and "\n" not in s.text
    ]


def _paragraph(asked: Asked, chance: random.Random) -> str:
    safe = [mark for mark in MARKS if mark[0] != "‘" or "'" not in asked.quote]
    mark = chance.choice(safe)
    who = asked.truth or "The official"
    names = who.split()
    if len(names) > 1 and all(name[:1].isupper() for name in names) and chance.random() < SHORTER:
        who = f"Mr {names[-1]}"
    if "phrase" in asked.way:
        return f"{who} described the decision of last week as {mark.format(asked.quote)} on Monday."
    setting = chance.choice(SETTINGS)
    plain = asked.quote.rstrip(".,")
    ended = f"{plain}," if setting.startswith("{quote}") else f"{plain}."
    return setting.format(quote=mark.format(ended), who=who)
