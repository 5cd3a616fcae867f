"""Whom ``he``, ``she``, ``it`` and ``they`` stand for, where that is plain."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import takewhile

from auditor.checks.quotes.find.attribution import Setting
from auditor.checks.quotes.find.people import People, name_of, persons
from auditor.model.quote import Quote, SpeakerKind
from auditor.model.text import Sentence, Text, Token

MEMORY = 3
"""Sentences before a pronoun in which its person is looked for. A guess."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SINGULAR = frozenset({"he", "she"})
_OWNERS = {"he": "her", "she": "his"}
"""Whose is what a person of the other sex has."""

_MEANT = {
    "he": frozenset({SpeakerKind.ROLE}),
    "she": frozenset({SpeakerKind.ROLE}),
    "it": frozenset({SpeakerKind.BODY, SpeakerKind.PLACE}),
    "they": frozenset({SpeakerKind.ROLE, SpeakerKind.BODY}),
}
"""What an unnamed speaker may be for a pronoun to mean it."""


def antecedent(
    text: Text,
    settings: Mapping[str, Setting],
    sentence: Sentence,
    pronoun: Token,
    before: Sequence[Quote],
    known: People,
) -> str:
    """Return the person that ``he`` or ``she`` stands for, "" where it is not plain.

    Plain is the person whose words the sentence before quotes, or who is its subject. A sentence
    about somebody unnamed in between (a spokesman, the imam) makes it anybody, and so does one in
    which the person asks something: the answer is another's.
    """
    at = bisect_left(text.sentences, sentence.start, key=lambda s: s.start)
    for earlier in reversed(text.sentences[max(0, at - MEMORY) : at + 1]):
        setting = settings[earlier.id]
        last = _last_in(earlier, before)
        if last is not None and earlier is not sentence:
            return last.speaker if last.speaker_kind is SpeakerKind.PERSON else ""
        names = {
            known.full(name_of(earlier.tokens[start:end]))
            for start, end in persons(earlier.tokens)
            if earlier.tokens[start].start < pronoun.start
            and not setting.quoted[start]
            and _is_subject(earlier.tokens, end - 1)
        }
        if names:
            asks = earlier is not sentence and _asks(earlier.tokens)
            plain = len(names) == 1 and not asks and not _has_other_owner(earlier.tokens, pronoun)
            return names.pop() if plain else ""
        if earlier is not sentence and any(
            _is_somebody(setting, n) for n in range(len(setting.tokens))
        ):
            return ""
    return ""


def _has_other_owner(tokens: Sequence[Token], pronoun: Token) -> bool:
    """Tell whether something is ``his`` where the pronoun is ``she``: the person may be a man."""
    other = _OWNERS.get(pronoun.text.casefold())
    return any(t.text.casefold() == other and t.tag == "PRP$" for t in tokens if t is not pronoun)


def _asks(tokens: Sequence[Token]) -> bool:
    """Tell whether a person named in a sentence asks something: ``Bay asked Ann Lee why``."""
    names = (tokens[end - 1] for _, end in persons(tokens))
    return any(name.dep == "nsubj" and tokens[name.head].lemma == "ask" for name in names)


def _is_subject(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether a name is a subject, or stands beside one: ``Its head, Ada Berg, says``."""
    token = tokens[n]
    beside = token.dep == "appos" and tokens[token.head].dep in _SUBJECTS
    return token.dep in _SUBJECTS or beside


def _last_in(sentence: Sentence, before: Sequence[Quote]) -> Quote | None:
    """Return the last quote that begins in the sentence."""
    late = takewhile(lambda q: q.start >= sentence.start, reversed(before))
    return next((q for q in late if q.start < sentence.end and not q.nested), None)


def _is_somebody(setting: Setting, n: int) -> bool:
    """Tell whether a token is a subject that is no name: ``he`` may mean it."""
    token = setting.tokens[n]
    return token.dep in _SUBJECTS and token.pos in {"NOUN", "PROPN"} and not setting.quoted[n]


def last_spoken(
    text: Text, sentence: Sentence, pronoun: Token, before: Sequence[Quote]
) -> Quote | None:
    """Return the quote before, where ``she`` or ``it`` may be its unnamed speaker."""
    last = next((q for q in reversed(before) if not q.nested and q.speaker), None)
    fitting = _MEANT.get(pronoun.text.casefold(), frozenset())
    if last is None or last.speaker_kind not in fitting:
        return None
    near = is_between(text, last.end, sentence.start)
    plural = last.speaker.endswith("s") and last.speaker_kind is SpeakerKind.ROLE
    return last if not near and not (plural and pronoun.text.casefold() in SINGULAR) else None


def is_between(text: Text, start: int, end: int) -> bool:
    """Tell whether a whole sentence stands between two places of the text."""
    first = bisect_left(text.sentences, start, key=lambda s: s.start)
    return first < len(text.sentences) and text.sentences[first].end <= end
