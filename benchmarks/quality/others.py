"""Rows of material that lies outside the repository: bundles, stories, cases, sets of claims.

A folder is expected to hold ``gold/bundles/``, ``stories/``, ``cases/real_dev.json`` and
``eval/*.jsonl.gz``; what is missing there gives no rows.
"""

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.claims.cases import rows as claim_rows
from benchmarks.quality.files import references_of, text_of
from benchmarks.quality.ours import NAMED
from benchmarks.quality.rows import Row, Span, Wrong

FLAWED = frozenset({"contradicted", "unsupported", "partial"})

FABRICATION = ("support", "name", "number", "quote", "date", "place")


def bundles(folder: Path) -> Iterator[Row]:
    """Yield each hand-labelled bundle.

    Wrong are the words of its errors, and the whole of a sentence that must be flagged without
    saying where. Faithful are sentences for which the labels leave no other choice.
    """
    for bundle in _folders(folder / "gold" / "bundles"):
        article = text_of(bundle / "article.txt")
        gold = json.loads(text_of(bundle / "gold.json"))
        wrong: list[Wrong] = []
        faithful: list[Span] = []
        at = 0
        for sentence in gold["sentences"]:
            start = article.find(sentence["text"], at)
            at = start + len(sentence["text"])
            allowed = {sentence["verdict"], *sentence["accept"]}
            wrong.extend(_errors(sentence, start))
            if not sentence["errors"] and allowed <= FLAWED:
                wrong.append(Wrong(start, at, kind=sentence["verdict"]))
            if sentence["verdict"] == "supported" and allowed <= {"supported", "not_checkable"}:
                faithful.append((start, at))
        yield Row(
            "bundles",
            bundle.name,
            article,
            references_of(bundle),
            tuple(wrong),
            faithful=tuple(faithful),
        )


def _errors(sentence: Mapping[str, Any], start: int) -> Iterator[Wrong]:
    for error in sentence["errors"]:
        place = start + sentence["text"].find(error["span"])
        kinds = NAMED.get(error["kind"], FABRICATION)
        yield Wrong(place, place + len(error["span"]), kinds, error["kind"])


def stories(folder: Path) -> Iterator[Row]:
    """Yield each story of a stranger, with planted errors and corrected.

    Wrong is what differs from the corrected one, line by line; the kinds are not told apart.
    """
    for story in _folders(folder / "stories"):
        article, clean = text_of(story / "article.txt"), text_of(story / "clean.txt")
        references = references_of(story)
        wrong = tuple(_differences(article, clean))
        yield Row("strangers", story.name, article, references, wrong)
        yield Row("strangers", f"{story.name} corrected", clean, references, ())


def _differences(article: str, clean: str) -> Iterator[Wrong]:
    """Yield the sentences of the article that the corrected one does not have."""
    known = set(_sentences(clean).values())
    for (start, end), text in _sentences(article).items():
        if text not in known:
            yield Wrong(start, end)


def _sentences(text: str) -> dict[Span, str]:
    pieces = re.finditer(r"[^\n]+?(?:[.!?][”\"’']?(?=\s|$)|$)", text, re.MULTILINE)
    return {piece.span(): piece.group().strip() for piece in pieces if piece.group().strip()}


def cases(folder: Path) -> Iterator[Row]:
    """Yield the errors that newsrooms and assistants published, and faithful articles."""
    path = folder / "cases" / "real_dev.json"
    for case in json.loads(text_of(path)) if path.exists() else ():
        day = case["published"]
        article = case["article"]
        yield Row(
            "cases",
            case["id"],
            article,
            tuple(sorted(case["refs"].items())),
            tuple(_flagged(article, *flag) for flag in case["flags"]),
            datetime.date.fromisoformat(day) if day else None,
            # What is not flagged in an article with an error was not labelled.
            ((0, len(article)),) if not case["flags"] else (),
        )


def _flagged(article: str, words: str, kinds: list[str]) -> Wrong:
    start = article.find(words)
    return Wrong(start, start + len(words), tuple(kinds), kinds[0])


def claims(folder: Path) -> Iterator[Row]:
    """Yield the claims of every set; all of one that is not borne out counts as wrong."""
    for path in sorted((folder / "eval").glob("*.jsonl.gz")):
        source = path.name.partition(".")[0].removesuffix("_dev")
        for row in claim_rows(path, limit=None):
            wrong = () if row.is_supported else (Wrong(0, len(row.claim)),)
            sources = (("source", row.premise),)
            yield Row(source, row.id, row.claim, sources, wrong, quotes_labelled=False)


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.is_dir())
