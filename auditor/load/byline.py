"""Who wrote a document, in names: ``By ANNA LIND and Omar Beck, Courier staff`` names two."""

import re
from collections.abc import Iterable, Iterator

from auditor.load.lines import Line, is_prose

LONGEST_NAME = 5
"""Words of a name. A guess: ``Maria del Carmen Ruiz Soto`` has five."""

MOST_WRITERS = 12
"""Names that are kept; a page that states more lists its staff. A guess."""

LONGEST_BYLINE = 25
"""Words of a line that names writers. A guess: five names with their offices."""

LONGEST_SAID = 500
"""Characters in which names are looked for."""

_OPENING = re.compile(
    r"\s*(?:(?:story|report|text|words|analysis|reporting|written|posted|submitted|reported)\b"
    r"(?:\s(?=by\b)|\s?:)|(?:author|from)\s?:)?\s{0,3}(?:\bby\b:?)?\s{0,3}",
    re.I,
)
_STATES = re.compile(
    r"\s*(?:(?:story|report|words|analysis|reporting|written|posted|submitted|reported)\s)?by:?\s"
    r"|\s*(?:author|text|words)\s?:",
    re.I,
)
_PARTED = re.compile(r"\s*(?:,|;|\||·|•|\n|/|&|\band\b)\s*|\s+[-–—]\s+")
_ADDRESS = re.compile(r"\S+@\S+|https?:\S*|\([^()]{0,80}\)|@\w+")
_NO_NAME = re.compile(
    r"\b(?:staff|correspondent|reporter|editor|news|newsroom|agency|press|times|post|desk|team|tv"
    r"|photographs?|photos?|pictures?|in|at|for|from|on|of the|published|updated|follow)\b",
    re.I,
)
_PARTICLE = frozenset(
    {"de", "del", "der", "den", "van", "von", "di", "da", "bin", "al", "la", "el"}
)


def writers(
    said: str, outlets: Iterable[str] = (), *, is_declared: bool = False
) -> tuple[str, ...]:
    """Return the names in a byline, () where it holds none.

    What comes behind the names - office, outlet, place - ends them.

    Args:
        said: with or without ``By``.
        outlets: what no writer is called.
        is_declared: whether the first name is one for sure, though it be that of a desk.
    """
    bare = _ADDRESS.sub(" ", _OPENING.sub("", said[:LONGEST_SAID], count=1))
    none = {outlet.casefold() for outlet in outlets}
    names: list[str] = []
    for piece in _PARTED.split(bare):
        name = re.split(r"\s+(?:in|for|at|from)\s+", " ".join(piece.split()))[0].strip(" .:*_'\"")
        if not name and not names:
            continue
        sure = is_declared and not names and len(name.split()) <= LONGEST_NAME
        if name.casefold() in none or not (sure or _is_name(name, first=not names)):
            break
        names.append(_cased(name))
    return tuple(distinct(names))[:MOST_WRITERS]


def stated_writers(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the names in the first line that says ``By …`` above the story's second paragraph."""
    paragraphs = 0
    for line in lines:
        if _STATES.match(line.text) and len(line.text.split()) <= LONGEST_BYLINE:
            for row in line.text.splitlines():
                if names := writers(row):
                    return names
        paragraphs += is_prose(line)
        if paragraphs == 2:
            break
    return ()


def is_about(text: str, byline: Iterable[str]) -> bool:
    """Tell whether a paragraph at the end, ``Anna Lind writes on rivers``, is about a writer."""
    start = re.sub(r"^(?:contact|reach|follow|e-?mail)\s+", "", text, flags=re.I).casefold()
    return any(start.startswith(name.casefold()) for name in byline)


def _is_name(text: str, *, first: bool) -> bool:
    """Tell whether words can be somebody's name; one word alone is one in the first place only."""
    words = text.split()
    if len(words) < (1 if first else 2) or len(words) > LONGEST_NAME:
        return False
    if any(map(str.isdigit, text)) or _NO_NAME.search(text):
        return False
    return all(word[0].isupper() or word in _PARTICLE or not word[0].isalpha() for word in words)


def _cased(name: str) -> str:
    """Return a name that is all capitals as names are written."""
    shouted = name.isupper() and len(name) > 3
    return " ".join(_capital(word) for word in name.split()) if shouted else name


def _capital(word: str) -> str:
    return word if len(word) <= 2 or "." in word else word.title()


def distinct(names: Iterable[str]) -> Iterator[str]:
    """Yield each name once, however it is cased."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield name
