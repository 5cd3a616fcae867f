"""Who holds which word in a shared archive: lists of reports, a row a word and segment.

A segment, the reports that were written together, does not change: what is deleted of it is noted
beside it. Small segments, and worn ones, are merged, so that a word that thousands hold is read in
a few rows. So do search engines, Lucene among them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg

    Cursor = psycopg.Cursor[tuple[Any, ...]]

SMALL = 5_000
"""Reports of a segment, what is deleted not counted, below which it is merged with other small
ones: a hundred thousand reports lie in twenty (benchmarks/archive)."""

MANY = 10
"""Small segments that are merged once there are so many. A guess."""

WORN = 10
"""A segment of which one report in so many is deleted is written anew. A guess."""

MERGING = 0x4D455247
"""The advisory lock that writers share, and that a merger has alone: a report deleted while its
list is merged would else come back."""

HELD = """
SELECT array_to_string(array_agg(number), ',') FROM (
  SELECT number FROM (SELECT unnest(reports) AS number FROM posting WHERE word = %s) AS held
  WHERE NOT EXISTS (SELECT FROM deleted WHERE report = number) LIMIT %s
) AS asked
"""
"""Who holds a word, so many at most: their numbers, in any order, with commas between them."""

_FORGOTTEN = """
WITH gone AS (DELETE FROM report WHERE file = ANY (%s) RETURNING number)
INSERT INTO deleted SELECT number FROM gone
"""

_SEGMENT = "INSERT INTO segment (reports) VALUES (%s) RETURNING number"

_SIZES = """
SELECT number, cardinality(reports), (
  SELECT count(*) FROM unnest(reports) AS own JOIN deleted ON report = own
  WHERE EXISTS (SELECT FROM deleted)
) FROM segment ORDER BY number
"""

_LEFT = """
SELECT coalesce(array_agg(own), '{}') FROM segment, unnest(reports) AS own
WHERE number = ANY (%s) AND NOT EXISTS (SELECT FROM deleted WHERE report = own)
"""

_MERGED = """
WITH old AS (DELETE FROM posting WHERE segment = ANY (%s) RETURNING word, reports)
INSERT INTO posting SELECT word, %s, array_agg(own) FROM old, unnest(reports) AS own
WHERE NOT EXISTS (SELECT FROM deleted WHERE report = own) GROUP BY word
"""

_REPLACED = """
WITH old AS (DELETE FROM segment WHERE number = ANY (%s) RETURNING reports)
DELETE FROM deleted USING old WHERE report = ANY (reports)
"""


def share(cursor: "Cursor") -> None:
    """Keep mergers out until this transaction ends."""
    cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [MERGING])


def add(cursor: "Cursor", words: Mapping[int, Sequence[str]]) -> None:
    """Write the words of reports, by their numbers, as one segment; of none, nothing."""
    if not words:
        return
    lists: dict[str, list[int]] = defaultdict(list)
    for number, own in words.items():
        for word in own:
            lists[word].append(number)
    (segment,) = cursor.execute(_SEGMENT, [[*words]]).fetchone() or (None,)
    with cursor.copy("COPY posting FROM STDIN") as rows:
        for word in sorted(lists):
            rows.write_row((word, segment, lists[word]))


def forget(cursor: "Cursor", files: Sequence[str]) -> None:
    """Delete the reports of files."""
    cursor.execute(_FORGOTTEN, [files])


def merge(db: "psycopg.Connection[tuple[Any, ...]]") -> None:
    """Merge the segments that need it, if any do; whole or not at all."""
    if not _worth_merging(db.execute(_SIZES).fetchall()):
        return
    with db.transaction(), db.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MERGING])
        # what another run merged meanwhile is left alone
        for old in _worth_merging(cursor.execute(_SIZES).fetchall()):
            _merge(cursor, old)


def _worth_merging(sizes: Sequence[tuple[int, int, int]]) -> tuple[list[int], ...]:
    """Return which segments become one, each group by itself.

    Args:
        sizes: of each segment its number, how many reports it has, and how many of those are
            deleted.
    """
    small = [number for number, reports, gone in sizes if reports - gone < SMALL]
    if len(small) >= MANY:
        return (small,)
    return tuple([number] for number, reports, gone in sizes if gone * WORN >= reports)


def _merge(cursor: "Cursor", old: Sequence[int]) -> None:
    (left,) = cursor.execute(_LEFT, [old]).fetchone() or ([],)
    (new,) = cursor.execute(_SEGMENT, [left]).fetchone() or (None,)
    cursor.execute(_MERGED, [old, new])
    cursor.execute(_REPLACED, [old])
    cursor.execute("DELETE FROM segment WHERE reports = '{}'")
