"""Whether words are meant for a language model that reads them, and not for people.

The forms are few and odd: they dismiss earlier instructions, address a model, ask for a verdict or
for secrecy, or play its maker's part (`rules/lexicon/en/instructions.toml`). An order that takes
back an order in the world, “ignore previous instructions to boil water”, has none of them.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.knowledge.invisible import without_invisible
from auditor.knowledge.lexicon import lexicon

_BORDER = re.compile(r"^|[.!?:;,)\]}>\"“”'(|*#-] ?")
"""Where an order may begin: in the midst of a sentence, somebody tells of it."""

_BASE64 = re.compile(r"(?<![\w+/=-])[\w+/-]{32,4000}={0,2}(?![\w+/=])", re.ASCII)
_SPACE = re.compile(r"\s+")
_MAIL = re.compile(r"^[ \t]{0,9}(?:>[ \t]?)+", re.MULTILINE)

LONGEST_GAP = 60
"""Characters between the halves of a form. A guess."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is looked through: lower case, one space between words, nothing unseen."""

    text: str


def is_instruction(text: str) -> bool:
    """Tell whether a text holds words that are meant for a language model."""
    return any(True for _ in instructions(folded_instruction(text)))


def decoded_instruction(text: str) -> str:
    """Return the words that base64 in a text stands for, where they are such; "" else."""
    for match in _BASE64.finditer(text):
        letters = match[0].rstrip("=").translate({45: 43, 95: 47})
        try:
            words = b64decode(letters + "=" * (-len(letters) % 4)).decode("utf-8")
        except ValueError:
            continue
        if is_instruction(words):
            return words
    return ""


def folded_instruction(text: str) -> Folded:
    """Return a text as it is looked through; the marks of quoted mail are left out."""
    shown = without_invisible(_MAIL.sub("", text)).replace("’", "'").casefold()
    return Folded(_SPACE.sub(" ", shown).strip())


def instructions(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield where words for a language model stand, by their offsets in the folded text.

    An order begins with the mark before it, such as a quotation mark or a colon.
    """
    for border in _BORDER.finditer(folded.text):
        if match := _order().match(folded.text, border.end()):
            yield border.start(), match.end()
    for phrase in (*lexicon("instructions")["marks"], *lexicon("instructions")["elsewhere"]):
        if (at := folded.text.find(phrase)) >= 0:
            yield at, at + len(phrase)


@cache
def _order() -> re.Pattern[str]:
    forms = (_dismissal(), _address(), _plea(), _duty(), _task(), _verdict(), _secrecy())
    return re.compile("|".join((*forms, f"(?:{_any('openings')})")))


def _dismissal() -> str:
    former, orders = _any("former"), _any("orders")
    which = (
        r"(?:(?:all|any|every|the|your|of|these|those|my|and|or) ){0,4}"
        rf"(?:(?:{former})(?: (?:and|or) (?:{former}))? (?:(?:{former}) )?(?:{orders})"
        rf"|(?:{orders}) (?:above|before|so far|given))"
    )
    politely = r"(?:(?:please|now|then|first|and|you must|you should|you shall|instead),? ){0,3}"
    onward = f"{_any('demands')}|{_any('pleas')}|{_any('next')}"
    in_the_world = rf"(?! (?:{_any('about')})\b)(?! and (?!(?:{onward})\b))"
    return rf"{politely}(?:{_any('dismissing')}) {which}\b{in_the_world}"


def _address() -> str:
    return (
        rf"(?:a |an )?(?:important )?(?:{_any('notes')}) (?:to|for) (?:all |any |the )?"
        rf"(?:{_any('models')})(?=\s?(?:[:.!]|$)| (?:{_any('doing')})\b)"
    )


def _plea() -> str:
    return rf"(?:dear|hey|hello|attention),? (?:{_any('models')})[,:!] (?:{_any('pleas')})\b"


def _duty() -> str:
    models = _any("models")
    return (
        rf"as (?:an? |the )?(?:{models}),? you (?:{_any('duties')})\b"
        rf"|you are (?:now )?(?:an? |the )?(?:[\w-]{{1,20}} ){{0,2}}(?:{models})(?=\s?[.:;!])"
        rf"|if you(?:'re| are) an? (?:{models})(?:,| (?:that|which|{_any('doing')})\b)"
    )


def _task() -> str:
    return (
        rf"when (?:you are |you're )?(?:{_any('digesting')}) (?:this|the) "
        rf"(?:{_any('digested')}),? (?:{_any('demands')})\b"
    )


def _verdict() -> str:
    return (
        rf"(?:you must |please )?(?:{_any('marking')}) (?:{_any('claims')})"
        rf"[^.!?]{{0,{LONGEST_GAP}}}? as (?:being )?(?:{_any('verdicts')})\b(?! or )"
    )


def _secrecy() -> str:
    return rf"(?:please )?(?:{_any('hushing')})\b[^.!?]{{0,{LONGEST_GAP}}}?\b(?:{_any('hushed')})\b"


def _any(key: str) -> str:
    """Return the words of a list as alternatives of a pattern, longer ones first."""
    words = sorted(lexicon("instructions")[key], key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, words))
