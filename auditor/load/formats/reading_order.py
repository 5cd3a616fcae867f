"""The order in which the lines of a page are read: columns from left to right, each downwards."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

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

CELL = " | "
"""What parts cells of a row that stand far apart."""

FAR = 3.0
"""Sizes of print between two parts of a line that are cells of a table. A guess."""


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
    row: list[PrintedLine] = []
    for line in sorted(lines, key=lambda one: (-one.middle, one.left)):
        if row and abs(row[0].middle - line.middle) > SAME_ROW * max(row[0].size, line.size):
            yield _joined(row)
            row = []
        row.append(line)
    if row:
        yield _joined(row)


def _joined(row: Sequence[PrintedLine]) -> PrintedLine:
    ordered = sorted(row, key=lambda one: one.left)
    whole = ordered[0]
    for line in ordered[1:]:
        gap = CELL if line.left - whole.right > FAR * line.size else " "
        whole = replace(
            whole,
            text=f"{whole.text}{gap}{line.text}",
            right=max(whole.right, line.right),
            bottom=min(whole.bottom, line.bottom),
            top=max(whole.top, line.top),
            size=max(whole.size, line.size),
        )
    return whole
