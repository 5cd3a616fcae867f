"""What a date hangs on in its sentence: the verb or noun it dates, and that verb's tense."""

from collections.abc import Sequence

from auditor.checks.dates.find.calendar_words import words
from auditor.checks.dates.find.timelines import clause, is_row
from auditor.language.tree import VERBS, climb, tokens_in
from auditor.model.date import Tense
from auditor.model.text import Sentence, Spanned, Token

_NOUNS = frozenset({"NOUN", "PROPN"})


def governor(sentence: Sentence, span: Spanned) -> int | None:
    """Return the place of the noun or verb that the words at `span` date; None where there is none.

    ``Thursday’s strike`` dates the noun; ``struck on Thursday`` and ``Thursday, it struck`` the
    verb. A date that the parser makes the subject dates its verb, and one that opens a row of a
    timeline what the row tells.
    """
    own = set(tokens_in(sentence, span))
    if not own:
        return None
    if is_row(sentence, span):
        return clause(sentence, span)
    top = next((n for n in sorted(own) if sentence.tokens[n].head not in own), min(own))
    for n in climb(sentence.tokens, top):
        token = sentence.tokens[n]
        if n not in own and (token.pos in VERBS or token.pos in _NOUNS or token.pos == "ADJ"):
            return n
    return None


def modifies_noun(sentence: Sentence, span: Spanned) -> bool:
    """Tell whether the date stands right before the noun that it dates (``Thursday’s strike``)."""
    own = set() if is_row(sentence, span) else set(tokens_in(sentence, span))
    tops = [n for n in sorted(own) if sentence.tokens[n].head not in own]
    if not tops:
        return False
    top, head = tops[-1], sentence.tokens[tops[-1]].head
    return (
        head > max(own)
        and sentence.tokens[head].pos in _NOUNS
        and sentence.tokens[top].dep in {"poss", "compound", "nmod", "amod", "npadvmod", "nummod"}
    )


def tense(sentence: Sentence, span: Spanned) -> Tense:
    """Return the tense of the nearest verb above the date."""
    start = governor(sentence, span)
    if start is None:
        return Tense.UNKNOWN
    for n in climb(sentence.tokens, start):
        if sentence.tokens[n].pos in VERBS and (told := _tense_of(sentence.tokens, n)):
            return told
    return Tense.UNKNOWN


def _tense_of(tokens: Sequence[Token], n: int) -> Tense | None:
    """Return the tense of the verb at `n`, None where only a verb above can tell."""
    helpers = [t for t in tokens if t.head < len(tokens) and tokens[t.head] is tokens[n]]
    auxiliaries = {t.text.lower() for t in helpers if t.dep in {"aux", "auxpass"}}
    if auxiliaries & set(words("ahead_auxiliaries")):
        return Tense.FUTURE
    above = tokens[tokens[n].head]
    if tokens[n].dep == "xcomp" and above.lemma in words("ahead"):
        return Tense.FUTURE
    if tokens[n].tag == "VB" and "to" in auxiliaries:
        return Tense.UNKNOWN if above.lemma not in words("ahead") else Tense.FUTURE
    if tokens[n].lemma in words("ahead") and tokens[n].tag not in {"VBD"}:
        return Tense.UNKNOWN
    if tokens[n].tag == "VBD" or {"was", "were", "had", "has", "have", "did"} & auxiliaries:
        return Tense.PAST
    if tokens[n].tag in {"VBZ", "VBP"}:
        return Tense.UNKNOWN
    if tokens[n].tag in {"VBG", "VBN"}:
        return None if not auxiliaries else Tense.UNKNOWN
    return None
