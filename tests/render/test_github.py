"""The report as GitHub's workflow commands."""

from dataclasses import replace

from auditor.render.github import to_github

from .golden import compare
from .sample import CLEAN, WAIVED, WRONG_DAY, long_report


def test_the_whole_report() -> None:
    compare("report.github.txt", to_github((WAIVED,)))


def test_a_clean_article_is_told_in_its_headline_alone() -> None:
    assert to_github((CLEAN,)) == (
        "Nothing stands against the references: no errors, no warnings, all checked.\n"
    )


def test_columns_are_left_out_where_words_run_over_a_line() -> None:
    text = CLEAN.article.document.text
    end = text.index("A ferry") + len("A ferry")
    spread = replace(WRONG_DAY, start=0, end=end, text=text[:end])
    rows = to_github((replace(CLEAN, article_findings=(spread,)),)).splitlines()
    assert rows[0].startswith("::error file=story/article.txt,line=1,endLine=3,title=Error%2C date")


def test_what_github_leaves_out_is_told_in_the_end() -> None:
    rows = to_github((long_report(12, 2), WAIVED)).splitlines()
    assert rows[-3:] == [
        "Not ready to run: 12 errors, no warnings, all checked.",
        "Not ready to run: 1 error, 1 warning, 1 waived, 1 thing not checked.",
        "GitHub shows 10 of 14 errors beside the text; all of them are in this log.",
    ]
    assert len(rows) == 12 + 5 + 3
    assert "GitHub shows" not in to_github((long_report(10, 2),))
