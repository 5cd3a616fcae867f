"""The end of the process that audits is told of, and the next draft has another."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

from auditor.editors.apart import checked_apart
from auditor.editors.draft import Checked, Draft, Manner
from auditor.editors.mark import not_checked

DRAFT = Draft("file:///s/a.md", 1, Path("/s/a.md"), "A fire.", "utf-16")
LOST = (
    "The process that audited this article ended with signal 9, perhaps for want of memory; "
    "save the article to audit it again."
)


def killing() -> Iterator[Draft]:
    """Yield a draft twice, each time when the process that shall audit it is dead."""
    for _ in range(2):
        for process in multiprocessing.active_children():
            process.kill()
            process.join()
        yield DRAFT


def test_an_article_whose_process_died_is_not_clean():
    lost = Checked(DRAFT, (not_checked("audit", LOST),))
    assert list(checked_apart(killing(), Manner(model=False))) == [lost, lost]
    for process in multiprocessing.active_children():
        process.kill()
