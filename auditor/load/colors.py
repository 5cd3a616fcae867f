"""Whether letters have the colour of their ground, as far as a page itself tells both."""

import re
from functools import lru_cache

LEAST_CONTRAST = 0.06
"""The largest difference of red, green or blue, of 1, at which letters cannot be told from their
ground: ``#fefefe`` on white is at .004, the faintest grey that sites use (``#eee``) at .067."""

LONGEST_STYLE = 2_000
"""Characters of a style that are looked at."""

_COLOR = re.compile(r"(?:^|[;{\s])color\s{0,9}:\s{0,9}([^;}!]{1,60})", re.I)
_GROUND = re.compile(r"(?:^|[;{\s])background(?:-color)?\s{0,9}:\s{0,9}([^;}!]{1,60})", re.I)
_WHITE = (1.0, 1.0, 1.0)

Color = tuple[float, float, float]
"""Red, green and blue, in [0, 1]."""


@lru_cache(maxsize=1024)
def color_of(style: str) -> Color | None:
    """Return the colour that a style gives to letters, None where it tells none."""
    match = _COLOR.search(style[:LONGEST_STYLE])
    return _parsed(match[1]) if match else None


@lru_cache(maxsize=1024)
def ground_of(style: str) -> Color | None:
    """Return the colour that a style gives to the ground, None where it tells none."""
    match = _GROUND.search(style[:LONGEST_STYLE])
    return _parsed(match[1]) if match else None


def has_ground(style: str) -> bool:
    """Tell whether a style says something of the ground, be it a picture."""
    return _GROUND.search(style[:LONGEST_STYLE]) is not None


@lru_cache(maxsize=1024)
def is_transparent(style: str) -> bool:
    """Tell whether a style makes letters transparent."""
    from tinycss2.color3 import parse_color

    match = _COLOR.search(style[:LONGEST_STYLE])
    color = parse_color(match[1].strip()) if match else None
    return color not in (None, "currentColor") and color.alpha == 0


def are_alike(one: Color, other: Color) -> bool:
    """Tell whether no eye can tell two colours apart."""
    return max(abs(mine - theirs) for mine, theirs in zip(one, other, strict=True)) < LEAST_CONTRAST


def is_white(color: Color) -> bool:
    """Tell whether a colour is that of a page that tells none."""
    return are_alike(color, _WHITE)


def _parsed(value: str) -> Color | None:
    from tinycss2.color3 import parse_color

    word = value.strip()
    color = parse_color(word) or next(filter(None, map(parse_color, word.split())), None)
    if color in (None, "currentColor"):
        return None
    return (color.red, color.green, color.blue)
