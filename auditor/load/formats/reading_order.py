"""The order in which the lines of a page are read: columns from left to right, each downwards."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.load.formats.content import CELL
from auditor.load.formats.page_lines import PrintedLine

SPANNING = 0.25
"""Share of lines that may cross the space between two columns: headlines, and what stands below
them. A guess."""

FEWEST = 4
"""Lines of a column."""

COLUMN = 14
"""Characters that the lines of a column have on average; cells of a table have fewer. A guess."""

GUTTER = 0.5
"""Width of the space between two columns in sizes of print. A guess."""

MOST_LINES = 600
"""Lines of a page up to which columns are looked for: each costs a look at all others."""

SAME_ROW = 0.5
"""Share of a line's height within which another begins beside it. A guess."""

_FIGURE = re.compile(r"\d")


def in_order(lines: Sequence[PrintedLine]) -> tuple[PrintedLine, ...]:
    """Return the lines of a page in the order of reading; parts of one line become one."""
    return tuple(_ordered(tuple(lines)))


def _ordered(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    gutter = _gutter(lines)
    if gutter is None:
        yield from _rows(lines)
        return
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.left >= gutter]
    across = [line for line in lines if line.left < gutter < line.right]
    for line in (*_rows(across), None):
        floor = line.middle if line else float("-inf")
        yield from _ordered([one for one in left if one.middle > floor])
        yield from _ordered([one for one in right if one.middle > floor])
        left = [one for one in left if one.middle <= floor]
        right = [one for one in right if one.middle <= floor]
        if line:
            yield line


def _gutter(lines: Sequence[PrintedLine]) -> float | None:
    """Return the middle of the clearest space between two columns, None where there is none."""
    if not 2 * FEWEST <= len(lines) <= MOST_LINES:
        return None
    edges = sorted({line.right for line in lines})
    found: list[tuple[int, float, float]] = []
    for edge in edges[:-1]:
        starts = [line.left for line in lines if line.left >= edge]
        if not starts:
            continue
        width, middle = min(starts) - edge, (min(starts) + edge) / 2
        size = sorted(line.size for line in lines)[len(lines) // 2]
        crossing = sum(line.left < middle < line.right for line in lines)
        if width >= GUTTER * size and crossing <= SPANNING * len(lines) and _parts(lines, middle):
            found.append((crossing, -width, middle))
    return min(found)[2] if found else None


def _parts(lines: Sequence[PrintedLine], middle: float) -> bool:
    """Tell whether columns of running text stand on both sides of a place."""
    left = [line for line in lines if line.right <= middle]
    right = [line for line in lines if line.left >= middle]
    return all(
        len(side) >= FEWEST and sum(len(line.text) for line in side) >= COLUMN * len(side)
        for side in (left, right)
    ) and min(line.bottom for line in left) < max(line.top for line in right)


def _rows(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Yield lines downwards, parts that stand beside each other as one."""
    rows: list[list[PrintedLine]] = []
    for line in sorted(lines, key=lambda one: (-one.middle, one.left)):
        if not rows or abs(rows[-1][0].middle - line.middle) > SAME_ROW * max(
            rows[-1][0].size, line.size
        ):
            rows.append([])
        rows[-1].append(line)
    ordered = [sorted(row, key=lambda one: one.left) for row in rows]
    for n, row in enumerate(ordered):
        around = [*ordered[max(0, n - 1) : n], *ordered[n + 1 : n + 2]]
        yield _joined(row, CELL if any(_is_aligned(row, other) for other in around) else " ")


def _is_aligned(row: Sequence[PrintedLine], other: Sequence[PrintedLine]) -> bool:
    """Tell whether parts of two lines stand below each other, as cells of a table do.

    Figures may stand under each other by their ends; so do the words of a justified column.
    """
    pairs = zip(row[1:], other[1:], strict=False)
    return len(row) == len(other) and any(
        abs(one.left - two.left) < one.size / 2
        or (abs(one.right - two.right) < one.size / 2 and _FIGURE.search(one.text + two.text))
        for one, two in pairs
    )


def _joined(row: Sequence[PrintedLine], gap: str) -> PrintedLine:
    return replace(
        row[0],
        text=gap.join(line.text for line in row),
        right=max(line.right for line in row),
        bottom=min(line.bottom for line in row),
        top=max(line.top for line in row),
        size=max(line.size for line in row),
    )
