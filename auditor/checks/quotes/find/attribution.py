"""The words of a sentence that say who speaks a quote in it: verb, subject, according to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children
from auditor.model.quote import Quote
from auditor.model.text import Text, Token

VERBS_CLIMBED = 4
"""Verbs between the reporting verb and the one that has the subject. A guess."""

CUE_REACH = 30
"""Tokens between a quote and the verb that reports it, at most. A guess."""

LONGEST_PROSE = 600
"""A sentence of more tokens is no prose, and nobody is looked for in it."""

_RELATIVE = frozenset({"who", "which", "that"})
"""Subjects that stand for the noun before them."""

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_PASSIVE = frozenset({"quote", "cite", "hear", "record", "interview"})
"""Verbs whose passive has the speaker as its subject: Smith was quoted as saying."""

_BREAKS = frozenset({";", "but", "while", "whereas", "although", "though", "because", "and"})
"""What begins another statement behind a quote."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The reporting word and the head of the speaker's name, as indices of the sentence's tokens.

    `speaker` is None where the verb has no subject of its own.
    """

    cue: int
    speaker: int | None


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence with the tokens that stand inside quotes."""

    tokens: tuple[Token, ...]
    quoted: tuple[bool, ...]


def settings(text: Text, quotes: Sequence[Quote]) -> Mapping[str, Setting]:
    """Return each sentence by id, with its quoted tokens marked; an endless one without tokens."""
    outer = [q for q in quotes if not q.nested]
    starts, ends = [q.start for q in outer], [q.end for q in outer]
    by_sentence = {}
    for s in text.sentences:
        near = outer[bisect_right(ends, s.start) : bisect_left(starts, s.end)]
        tokens = s.tokens if len(s.tokens) <= LONGEST_PROSE else ()
        quoted = (any(q.start <= t.start < q.end for q in near) for t in tokens)
        by_sentence[s.id] = Setting(tokens, tuple(quoted))
    return by_sentence


def attribution(setting: Setting, quote: Quote) -> Attribution | None:
    """Return who the sentence says speaks the quote, None where it does not say.

    What follows the quote wins where it begins like an attribution: ``…,” said Smith``.
    """
    tokens = setting.tokens
    first = next((n for n, t in enumerate(tokens) if t.end > quote.start), len(tokens))
    after = next((n for n, t in enumerate(tokens) if t.start >= quote.end), len(tokens))
    right = _right(setting, after)
    if _ends_open(setting, quote, after):
        right = _verb_first(setting, after) or right
        if right is not None:
            return right
    left = _left(setting, first)
    return left if left is not None else right


def _ends_open(setting: Setting, quote: Quote, after: int) -> bool:
    """Tell whether the attribution may follow: a comma, question or dash ends the quote."""
    following = [t.text for t in setting.tokens[after : after + 2]]
    return "," in following or quote.text.endswith(("?", "!", "—", "–", "…", "..."))


def _verb_first(setting: Setting, after: int) -> Attribution | None:
    """Find any verb of saying or not, right behind the quote: ``…,” shrugged Smith``."""
    tokens = setting.tokens
    n = next((m for m in range(after, len(tokens)) if tokens[m].pos != "PUNCT"), len(tokens))
    if n >= len(tokens) - 1 or setting.quoted[n] or tokens[n].tag not in {"VBD", "VBZ", "VBP"}:
        return None
    speaker = _inverted(setting, n)
    return None if speaker is None else Attribution(n, speaker)


def _right(setting: Setting, after: int) -> Attribution | None:
    """Find ``said Smith``, ``Smith said`` or ``according to Smith`` after the quote."""
    tokens = setting.tokens
    for n in range(after, min(after + CUE_REACH, len(tokens))):
        if setting.quoted[n] or tokens[n].text in _BREAKS:
            return None
        if (report := _reports(setting, n)) is not None:
            return report if _in_place(setting, after, report) else None
    return None


def _in_place(setting: Setting, after: int, attributed: Attribution) -> bool:
    """Tell whether the subject of a verb after the quote follows the quote too."""
    return attributed.speaker is None or attributed.speaker >= after


def _left(setting: Setting, first: int) -> Attribution | None:
    """Find the nearest reporting verb before the quote."""
    for n in range(first - 1, max(-1, first - 1 - CUE_REACH), -1):
        if setting.tokens[n].text == ";":
            return None
        if not setting.quoted[n] and (report := _reports(setting, n)) is not None:
            return report
    return None


def _reports(setting: Setting, n: int) -> Attribution | None:
    token = setting.tokens[n]
    if token.text.casefold() == "according":
        return Attribution(n, _object_of_to(setting, n))
    if token.lemma not in lexicon("speech")["verbs"] or token.pos not in {"VERB", "AUX"}:
        return None
    if token.tag == "VBN" and token.dep in {"amod", "compound"}:
        return None
    return Attribution(n, _subject(setting, n))


def _object_of_to(setting: Setting, n: int) -> int | None:
    nouns = (
        m
        for m in range(n + 1, min(n + 14, len(setting.tokens)))
        if setting.tokens[m].dep == "pobj" and not setting.quoted[m]
    )
    return next(nouns, None)


def _subject(setting: Setting, verb: int) -> int | None:
    """Climb from a verb to the noun that does the speaking."""
    tokens, n = setting.tokens, verb
    for _ in range(VERBS_CLIMBED):
        own = [m for m in _outside(setting, n, *_SUBJECTS) if tokens[m].text[0].isalnum()]
        if own and not _is_said(setting, n, verb) and _acts(tokens[own[0]], tokens[n]):
            subject = own[0]
            if tokens[subject].text.casefold() not in _RELATIVE:
                return subject
            return tokens[n].head if tokens[n].dep == "relcl" else None
        agent = next(_outside(setting, n, "agent"), None)
        if agent is not None:
            return next(_outside(setting, agent, "pobj"), None)
        head = tokens[n].head
        if head == n or setting.quoted[head]:
            return None
        if tokens[n].dep in {"acl", "relcl"} and tokens[head].pos in {"NOUN", "PROPN", "PRON"}:
            return head
        n = head
    return None


def _acts(subject: Token, verb: Token) -> bool:
    return subject.dep != "nsubjpass" or verb.lemma in _PASSIVE


def _is_said(setting: Setting, n: int, verb: int) -> bool:
    """Tell whether verb `n`, met while climbing from `verb`, is itself what somebody said."""
    tokens = setting.tokens
    return (
        n != verb
        and tokens[n].dep == "ccomp"
        and tokens[tokens[n].head].lemma in lexicon("speech")["verbs"]
    )


def _outside(setting: Setting, n: int, *labels: str) -> Iterator[int]:
    """Yield the dependents of a token that stand in no quote."""
    return (m for m in children(setting.tokens, n, *labels) if not setting.quoted[m])


def _inverted(setting: Setting, verb: int) -> int | None:
    """Return the head of the noun phrase right after a verb: ``said John Smith, …``."""
    last = None
    for m in range(verb + 1, min(verb + 10, len(setting.tokens))):
        token = setting.tokens[m]
        if setting.quoted[m] or token.pos in {"PUNCT", "ADP", "VERB", "SCONJ", "CCONJ"}:
            break
        if token.pos in {"NOUN", "PROPN", "PRON"}:
            last = m
    return last
