"""Ways to spoil a quote: each makes of true words what one rung of the ladder is for.

A spoiler takes the quoted words and a source of chance, and returns the spoilt words, or None where
the words give it nothing to work on.
"""

import random
import re
from collections.abc import Callable, Sequence

from auditor.knowledge.lexicon import lexicon

Spoiler = Callable[[str, random.Random], str | None]

_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|has|have|had"
    r"|must|do|does|did)\b(?! not|n't|n’t)"
)
_DENIAL = re.compile(r"\b(?:not|never) |(?<=\w)n['’]t\b")
_NUMBER = re.compile(r"\b\d[\d,]*(?:\.\d+)?\b")
_NUMBER_WORD = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty)\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b(?: [A-Z][a-z]+)?")
_CLAUSE = re.compile(r"(?<=\w), [^,.;:?!…\"“”]{12,80}, (?=[a-z])")
_TURNS = re.compile(
    r"\b(?:not|never|no|may|might|could|if|unless|perhaps|probably|possibly|likely|without|seem\w*"
    r"|appear\w*|suggest\w*|believe\w*|think|thinks|hardly|fail\w*|refuse\w*|den(?:y|ied)|lack\w*)\b"
    r"|n['’]t",
    re.IGNORECASE,
)
_NAMES = ("Marlowe", "Kessington", "Vandermeer", "Oslo", "Brightwater", "Delacroix", "Nairobi")
_ALIKE = {
    "big": "large", "help": "assist", "start": "begin", "need": "require", "buy": "purchase",
    "show": "demonstrate", "want": "wish", "very": "extremely", "important": "significant",
    "difficult": "challenging", "people": "folks", "now": "currently", "make": "create",
    "country": "nation", "work": "labour", "company": "firm", "happy": "pleased", "sure": "certain",
    "problem": "issue", "clear": "plain", "need to": "have to", "about": "regarding", "but": "yet",
    "because": "since", "also": "too", "great": "wonderful", "look": "gaze", "hope": "trust",
}  # fmt: skip


def marks(quote: str, chance: random.Random) -> str | None:
    """Write the same words with other dashes, apostrophes, spaces and invisible hyphens."""
    changed = quote.replace("'", "’").replace("-", "\u2011")
    spaces = [m.start() for m in re.finditer(" ", changed)]
    if spaces:
        at = chance.choice(spaces)
        changed = f"{changed[:at]}\u00a0{changed[at + 1 :]}"
    long = list(re.finditer(r"[a-z]{7,}", changed))
    if long:
        at = chance.choice(long).start() + 3
        changed = f"{changed[:at]}\u00ad{changed[at:]}"
    return changed


def fair_ellipsis(quote: str, chance: random.Random) -> str | None:
    """Leave out a clause between commas, or a whole sentence in the middle, and mark it."""
    clauses = [m for m in _CLAUSE.finditer(quote) if not _TURNS.search(m.group())]
    if clauses:
        left = chance.choice(clauses)
        return f"{quote[: left.start()]} … {quote[left.end() :]}"
    sentences = re.split(r"(?<=[a-z]\.) (?=[A-Z])", quote)
    if len(sentences) > 2 and len(sentences[1].split()) < 40:
        return " ".join((sentences[0], "…", *sentences[2:]))
    return None


def unfair_ellipsis(quote: str, chance: random.Random) -> str | None:
    """Leave out the word that denies, and mark it as if it were nothing."""
    denials = [m for m in re.finditer(r" (?:not|never) (?=[a-z]+ [a-z]+)", quote) if m.start() > 10]
    if not denials:
        return None
    left = chance.choice(denials)
    return f"{quote[: left.start()]} … {quote[left.end() :]}"


def negation(quote: str, chance: random.Random) -> str | None:
    """Deny what was said, or say what was denied."""
    denials = list(_DENIAL.finditer(quote))
    if denials:
        left = chance.choice(denials)
        return quote[: left.start()] + quote[left.end() :]
    places = list(_AUXILIARY.finditer(quote))
    if not places:
        return None
    at = chance.choice(places).end()
    return f"{quote[:at]} not{quote[at:]}"


def number(quote: str, chance: random.Random) -> str | None:
    """Put another number in the place of one."""
    found = list(_NUMBER.finditer(quote))
    if found:
        old = chance.choice(found)
        digits = re.sub(r"[1-9]", lambda m: str(int(m.group()) % 9 + 1), old.group())
        return quote[: old.start()] + digits + quote[old.end() :]
    spelt = list(_NUMBER_WORD.finditer(quote))
    if not spelt:
        return None
    old = chance.choice(spelt)
    new = "eleven" if old.group() != "eleven" else "twelve"
    return quote[: old.start()] + new + quote[old.end() :]


def name(quote: str, chance: random.Random) -> str | None:
    """Put another name in the place of one."""
    found = list(_NAME.finditer(quote))
    if not found:
        return None
    old = chance.choice(found)
    return quote[: old.start()] + chance.choice(_NAMES) + quote[old.end() :]


def hedge(quote: str, chance: random.Random) -> str | None:
    """Make the certain doubtful, or the doubtful certain."""
    doubt = re.search(r"(?<=\w )(?:probably|perhaps|possibly|likely|I think|I believe) ", quote)
    if doubt:
        return quote[: doubt.start()] + quote[doubt.end() :]
    will = list(re.finditer(r"\b(?:will|must)\b", quote))
    if not will:
        return None
    old = chance.choice(will)
    return f"{quote[: old.start()]}{chance.choice(('may', 'might', 'could'))}{quote[old.end() :]}"


def opposite(quote: str, chance: random.Random) -> str | None:
    """Put a word's opposite in its place, by the checker's own list; see `opposite_of`."""
    return opposite_of([(a, b) for a, b in map(str.split, lexicon("antonyms")["pairs"])])(
        quote, chance
    )


def opposite_of(pairs: Sequence[tuple[str, str]]) -> Spoiler:
    """Return a spoiler that puts a word's opposite in its place, by the pairs given."""
    turned: dict[str, str] = dict([*pairs, *((b, a) for a, b in pairs)])

    def spoil(quote: str, chance: random.Random) -> str | None:
        found = [m for m in re.finditer(r"\b[a-z]{4,}\b", quote) if m.group() in turned]
        if not found:
            return None
        old = chance.choice(found)
        return quote[: old.start()] + turned[old.group()] + quote[old.end() :]

    return spoil


def wording(quote: str, chance: random.Random) -> str | None:
    """Put a word of the same meaning in a word's place, or leave an adverb out."""
    found = [m for m in re.finditer(r"\b[a-z]+\b", quote) if m.group() in _ALIKE and m.start()]
    if found:
        old = chance.choice(found)
        return quote[: old.start()] + _ALIKE[old.group()] + quote[old.end() :]
    adverbs = list(
        re.finditer(r"(?<=[a-z] )(?:really|quite|very|still|just|already|all of) ", quote)
    )
    if not adverbs:
        return None
    old = chance.choice(adverbs)
    return quote[: old.start()] + quote[old.end() :]


SPOILERS: dict[str, tuple[Spoiler, str]] = {
    "marks": (marks, "silent"),
    "fair ellipsis": (fair_ellipsis, "silent"),
    "unfair ellipsis": (unfair_ellipsis, "meaning changed"),
    "negation": (negation, "meaning changed"),
    "number": (number, "meaning changed"),
    "name": (name, "meaning changed"),
    "hedge": (hedge, "meaning changed"),
    "opposite": (opposite, "meaning changed"),
    "wording": (wording, "edited"),
}
"""Each way by name, with the rung that it should land on; silent is verbatim or cosmetic."""
