"""What reports are called."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.write.report_names import LONGEST, report_names


@pytest.mark.parametrize(
    ("articles", "names"),
    [
        (["x.txt"], ["x"]),
        (["a/x.txt"], ["x"]),
        (["x.txt", "y.txt"], ["x", "y"]),
        (["a/x.txt", "b/x.txt"], ["a-x", "b-x"]),
        (["x.txt", "x.md"], ["x.txt", "x.md"]),
        (["x.txt", "b/x.txt"], ["x", "b-x"]),
        (["X.txt", "x.md"], ["X.txt", "x.md"]),
        (["X.txt", "x.txt"], ["X.txt", "x.txt-2"]),
        (["straße.txt", "STRASSE.txt", "y.txt"], ["straße.txt", "STRASSE.txt-2", "y"]),
        (["caf\u00e9.txt", "cafe\u0301.md"], ["caf\u00e9.txt", "cafe\u0301.md"]),
        (["a/b.txt", "a-b.txt"], ["b", "a-b"]),
        (["a/b.txt", "c/b.txt", "a-b.txt"], ["a-b.txt", "c-b", "a-b"]),
        (["a/b-c.md", "a-b/c.md", "c.txt"], ["b-c", "a-b-c", "c"]),
        (["a/b-c", "a-b/c", "d/c", "d/b-c"], ["a-b-c", "a-b-c-2", "d-c", "d-b-c"]),
        (["a/x.txt", "a/x.md", "b/x.txt"], ["a-x.txt", "a-x.md", "b-x"]),
        (["../x.txt", "x.txt", "/x.txt"], ["x.txt", "x.txt-2", "x.txt-3"]),
        (["my article.v2.txt"], ["my article.v2"]),
        (["x.txt.md", "x.txt"], ["x.txt", "x"]),
    ],
)
def test_reports_are_named_after_their_articles_and_told_apart(articles, names):
    assert report_names([Path(article) for article in articles]) == tuple(names)


@pytest.mark.parametrize("name", ["x" * 251, "é" * 125, "\udcff" * 251, "🔥" * 62])
def test_a_long_name_is_cut_and_still_its_own(name):
    one, other = report_names([Path(f"{name}.txt"), Path(f"{name}y.txt")])
    assert one != other
    assert len(one.encode()) <= LONGEST
    assert one[:20] == name[:20] or "\udcff" in name


PARTS = st.sampled_from(["a", "b", "A", "a-b", "..", "é", "e\u0301", "b-a", "x" * 250])
PATHS = st.builds(
    lambda folders, name, suffix: Path(*folders, name + suffix),
    st.lists(PARTS, max_size=3),
    PARTS.filter(lambda part: part != ".."),
    st.sampled_from([".txt", ".TXT", ".md", ".txt.md"]),
)


@given(st.lists(PATHS, min_size=1, max_size=8))
def test_no_two_reports_have_one_name_on_any_file_system(articles):
    names = report_names(articles)
    folded = {unicodedata.normalize("NFC", name).casefold() for name in names}
    assert len(folded) == len(articles)
    assert all("/" not in name and 0 < len(name.encode()) <= 250 for name in names)
