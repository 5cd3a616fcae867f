from dataclasses import replace
from datetime import date

import pytest

from auditor.fetching.versions_apart import MOST_LINES, told_changes
from auditor.model.document import Document

BEFORE = Document("r1", "a.txt", "One.\n\nTwo.\n", "", title="T", published=date(2026, 1, 5))
LONG = "Words.\n" * (MOST_LINES + 1)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (BEFORE, []),
        (replace(BEFORE, title=None), ["-title: T", "+title: none"]),
        (replace(BEFORE, published=None), ["-date: 2026-01-05", "+date: none"]),
        (replace(BEFORE, text="One.\n\nThree.\n"), ["@@ -2,2 +2,2 @@", " ", "-Two.", "+Three."]),
        (replace(BEFORE, text=LONG), ["@@ its text, 3 lines before, 4,001 now @@"]),
        (replace(BEFORE, text="One.\r\n\r\nTwo.\n"), []),
    ],
)
def test_title_date_and_lines_that_changed_are_told(now, told):
    assert [*told_changes(BEFORE, now)] == told
