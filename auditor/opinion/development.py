"""Labelled texts by which a language model is measured: bundles, and files of claims."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from auditor.errors import AuditError
from auditor.judge.verdict import ORDER
from auditor.load import document_from_text, load_article, load_references
from auditor.model.document import Document
from auditor.model.words import Verdict

FLAGGED = frozenset(ORDER)
"""Verdicts that send a sentence to an editor."""

PASSING = frozenset({Verdict.SUPPORTED, Verdict.NOT_CHECKABLE})
"""Verdicts that a true sentence may have."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Characters ``start:end`` of an article, and whether the references bear them out."""

    start: int
    end: int
    is_true: bool


@dataclass(frozen=True, slots=True)
class LabelledText:
    """An article with its references, and what of it is labelled, in text order."""

    article: Document
    references: tuple[Document, ...]
    labels: tuple[Labelled, ...]


def labelled(path: Path, limit: int | None) -> tuple[LabelledText, ...]:
    """Return the first `limit` labelled sentences of a bundle, or claims of a file; None for all.

    Raises:
        AuditError: naming the file and what is wrong with it.
    """
    try:
        texts = _bundle(path, limit) if path.is_dir() else tuple(islice(_claims(path), limit))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise AuditError(f"{path}: cannot be read ({reason}); check the path") from error
    except (ValueError, KeyError, TypeError, EOFError) as error:
        raise AuditError(
            f"{path}: is neither a bundle nor a file of claims ({type(error).__name__}: {error})"
        ) from error
    if not any(text.labels for text in texts):
        raise AuditError(f"{path}: holds nothing that is labelled")
    return texts


def _claims(path: Path) -> Iterator[LabelledText]:
    """Yield the rows of a file: `premise` is the reference, `hypothesis` the article."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines, start=1):
            row = json.loads(line)
            name = f"{path}:{n}"
            article = document_from_text("article", name, row["hypothesis"])
            reference = document_from_text("r1", f"{name} (premise)", row["premise"])
            whole = Labelled(0, len(article.text), row["label"] == "support")
            yield LabelledText(article, (reference,), (whole,))


def _bundle(path: Path, limit: int | None) -> tuple[LabelledText, ...]:
    """Return the one article of a bundle; sentences that gold leaves open have no label."""
    gold = json.loads((path / "gold.json").read_text(encoding="utf-8"))
    article = load_article(path / "article.txt")
    references, _ = load_references([str(path / "refs")])
    labels = islice(_labels(article.text, gold), limit)
    return (LabelledText(article, tuple(references), tuple(labels)),)


def _labels(text: str, gold: Mapping[str, Any]) -> Iterator[Labelled]:
    end = 0
    for sentence in gold["sentences"]:
        start = text.index(sentence["text"], end)
        end = start + len(sentence["text"])
        allowed = {Verdict(sentence["verdict"]), *map(Verdict, sentence["accept"])}
        if allowed <= FLAGGED:
            yield Labelled(start, end, is_true=False)
        elif Verdict.SUPPORTED in allowed and allowed <= PASSING:
            yield Labelled(start, end, is_true=True)
