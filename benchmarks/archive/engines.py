"""Engines beside each other: what indexing the same reports takes, and what a search takes.

Each puts reports into a folder and returns what looks for the nearest of a line of words.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any

from auditor.archive.embedded import reading, writing
from auditor.archive.searching import hits
from auditor.archive.shelves import FiledReports
from auditor.load.document import document
from auditor.load.source import read_file
from auditor.model.document import Document

BATCH = 2_000
"""Reports handed to an engine at once."""

Search = Callable[[str, int], Sequence[tuple[str, float]]]
"""Return the paths and scores of the nearest reports, best first."""


def loaded(paths: Sequence[Path]) -> Iterator[list[Document]]:
    """Yield reports in batches."""
    rest = iter(paths)
    while batch := list(islice(rest, BATCH)):
        yield [document(str(path), read_file(path)) for path in batch]


def fts5(folder: Path, paths: Sequence[Path]) -> Search:
    """SQLite's index as the product has it: who holds which word, ranked by us."""
    with writing(folder / "archive.idx") as archive:
        for batch in loaded(paths):
            archive.put([FiledReports(each.path, each.sha256, (each,)) for each in batch], ())
    kept = ExitStack()
    opened = kept.enter_context(reading(folder / "archive.idx"))

    def search(line: str, most: int, _kept: ExitStack = kept) -> Sequence[tuple[str, float]]:
        return [(hit.docket.path, hit.share) for hit in hits(opened, line, None, None, most)]

    return search


def tantivy(folder: Path, paths: Sequence[Path]) -> Search:
    """Tantivy with its English stemmer and BM25; the text is kept, as every engine must."""
    import tantivy as library

    schema = library.SchemaBuilder()
    schema.add_text_field("path", stored=True, tokenizer_name="raw")
    schema.add_text_field("text", stored=True, tokenizer_name="en_stem")
    index = library.Index(schema.build(), path=str(folder))
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    for batch in loaded(paths):
        for each in batch:
            writer.add_document(library.Document(path=each.path, text=each.text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(line: str, most: int) -> Sequence[tuple[str, float]]:
        query, _ = index.parse_query_lenient(line, ["text"])
        found: Any = searcher.search(query, most).hits
        return [(searcher.doc(address)["path"][0], score) for score, address in found]

    return search


def lancedb(folder: Path, paths: Sequence[Path]) -> Search:
    """LanceDB's full text; its vectors are measured apart, being ours."""
    import lancedb as library

    table: Any = None
    base = library.connect(str(folder))
    for batch in loaded(paths):
        rows = [{"path": each.path, "text": each.text} for each in batch]
        if table is None:
            table = base.create_table("report", rows)
        else:
            table.add(rows)
    table.create_fts_index("text", use_tantivy=False, with_position=False)

    def search(line: str, most: int) -> Sequence[tuple[str, float]]:
        rows = table.search(line, query_type="fts").select(["path", "_score"]).limit(most).to_list()
        return [(row["path"], row["_score"]) for row in rows]

    return search


ENGINES: dict[str, Callable[[Path, Sequence[Path]], Search]] = {
    "fts5": fts5,
    "tantivy": tantivy,
    "lancedb": lancedb,
}
