"""Look for failures by coverage: ``python -m benchmarks.fuzz.guided CORPUS -max_total_time=1800``.

The bytes that libFuzzer makes are a file of the kind that their first one says, loaded and audited
by rules alone beside a short report; it needs ``pip install atheris``. CORPUS is a folder in which
it keeps inputs that reach new code, begun with `fixtures/documents` where it is empty. What fails
is printed and kept. Options are libFuzzer's.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["auditor"]):
    from auditor.errors import AuditError
    from auditor.knowledge.rules import load_rules
    from auditor.load import document_from_text, source
    from auditor.load.document import document
    from auditor.load.source import Source
    from auditor.pipeline import audit

from benchmarks.fuzz.faults import faults

FORMATS = tuple(dict.fromkeys(source.FORMATS.values()))
LONGEST = 2_000
"""Bytes of an input: longer ones cost more than they find."""

DOCUMENTS = Path(__file__).parents[2] / "fixtures" / "documents"

RULES = load_rules()
REPORT = document_from_text(
    "r1", "r1", "“It rained,” said Mayor Anna Lind. A fire killed 12 people in Leith on 3 May 2021."
)


def one(data: bytes) -> None:
    """Audit a file.

    Raises:
        RuntimeError: where a stage failed.
    """
    if not data:
        return
    kind = FORMATS[data[0] % len(FORMATS)]
    try:
        article = document("article", Source("article", data[1:], kind))
    except AuditError:
        return
    failed = faults(audit(article, (REPORT,), RULES))
    if failed:
        raise RuntimeError(failed)


def main() -> None:
    """Fill an empty corpus, then fuzz until told to stop."""
    options = [*sys.argv, f"-max_len={LONGEST}"]
    folders = [Path(option) for option in options[1:] if not option.startswith("-")]
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        if not any(folder.iterdir()):
            for path in sorted(DOCUMENTS.rglob("*.*")):
                (folder / path.name).write_bytes(bytes([len(path.name)]) + path.read_bytes())
    atheris.Setup(options, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
