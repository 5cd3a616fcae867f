from datetime import date

import pytest

from auditor.load import document_from_text
from auditor.model.document import Document, conflicting_dates
from auditor.model.words import DateMark

PROSE = "The bridge in Selby closed on Wednesday after divers found cracks in two of its pillars."
MORE = "Ferries run every twenty minutes until the repairs are done, the port authority said."


def loaded(*lines: str) -> Document:
    return document_from_text("article", "story", "\n".join(lines))


def stated(document: Document) -> list[str]:
    return [document.text[found.start : found.end] for found in document.dates]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Jan 6, 2024", "2024-01-06"),
        ("22/02/2024 17h30", "2024-02-22"),
        ("21 July 2013 Last updated at 11:11 GMT", "2013-07-21"),
        ("Sunday, July 21,2013", "2013-07-21"),
        ("Published: July 29, 2004", "2004-07-29"),
        ("Published on 6 January 2024 at 9.30am GMT", "2024-01-06"),
        ("Posted on January 6, 2024 by Nora Quist", "2024-01-06"),
        ("By Nora Quist | January 6, 2024 | 5 min read", "2024-01-06"),
        ("Nora Quist • Jan 6, 2024 • 10:00 AM EST", "2024-01-06"),
        ("First published on Sat 6 Jan 2024 09.00 GMT", "2024-01-06"),
        ("updated 7/28/2004 3:02:00 PM ET", "2004-07-28"),
        ("February 29,2012,7: 32 p.m. ET", "2012-02-29"),
        ("2024-01-06T12:30:00+01:00", "2024-01-06"),
        ("LONDON, January 6, 2024", "2024-01-06"),
        ("Date: January 6, 2024", "2024-01-06"),
        ("(January 6, 2024)", "2024-01-06"),
        ("Updated 8:35 PM EST, Sat January 6, 2024", "2024-01-06"),
        ("January 6, 2024 4:21 PM (GMT+5:30)", "2024-01-06"),
        ("Jan. 6, 2024, 10:00 AM EST / Source: Newswire", "2024-01-06"),
        ("FOR IMMEDIATE RELEASE: January 6, 2024", "2024-01-06"),
        ("Radio Selby, morning bulletin, Saturday 6 January 2024", "2024-01-06"),
        ("PORTO, 6 Jan 2024 (Lusitana Press)", "2024-01-06"),
        ("Selby Town Council, 6 January 2024", "2024-01-06"),
        ("selbynews.example, 6 January 2024", "2024-01-06"),
        ("El Diario del Valle, Saturday, January 6, 2024", "2024-01-06"),
        # near misses
        ("January 6", None),
        ("03/04/2024", None),
        ("On January 3, 2024, the bridge closed", None),
        ("Key events of January 3, 2024", None),
        ("Selby bridge closed January 3, 2024", None),
        ("Bridge Closure, January 3, 2024", None),
        ("Photo: Selby, January 3, 2024", None),
        ("The bridge is seen in Selby, May 10, 2016. AGENCY/Ann Lee", None),
        ("January 3, 2024 – January 5, 2024", None),
        ("Date of the closure: January 3, 2024", None),
        ("Deadline: January 3, 2024", None),
        ("Trial date: January 3, 2024", None),
        ("January 3, 2024 The bridge closes", None),
        ("Copyright January 3, 2024", None),
    ],
)
def test_a_header_line_dates_the_document_if_it_does_nothing_else(
    line: str, day: str | None
) -> None:
    document = loaded("Harbour bridge closes for repairs", line, "", PROSE, "", MORE)
    assert document.published == (date.fromisoformat(day) if day else None)
    assert (stated(document) == []) == (day is None)


@pytest.mark.parametrize(
    ("lines", "day", "dates"),
    [
        (  # the page's date above the headline, the story's own below it
            ["July 22, 2024", "Harbour bridge closes for repairs", "Jan 6, 2024", PROSE, MORE],
            "2024-01-06",
            ["July 22, 2024", "Jan 6, 2024"],
        ),
        (  # a note on the author between headline and date
            ["Harbour bridge closes for repairs", MORE, "Jan 6, 2024", PROSE],
            "2024-01-06",
            ["Jan 6, 2024"],
        ),
        (
            ["Jan 6, 2024", "Harbour bridge closes for repairs", PROSE, MORE],
            "2024-01-06",
            ["Jan 6, 2024"],
        ),
        (
            ["Harbour bridge closes for repairs", "Jan 6, 2024", "Jan 9, 2024", PROSE],
            None,
            ["Jan 6, 2024", "Jan 9, 2024"],
        ),
        (
            ["Harbour bridge closes for repairs", "Updated Jan 9, 2024", "Jan 6, 2024", PROSE],
            "2024-01-06",
            ["Jan 9, 2024", "Jan 6, 2024"],
        ),
        (
            ["Harbour bridge closes for repairs", "Published", "6 January 2024", PROSE],
            "2024-01-06",
            ["6 January 2024"],
        ),
        (  # the headings of a timeline
            ["Harbour bridge closes again", PROSE, "Jan 6, 2024", MORE, "Jan 9, 2024", MORE],
            None,
            [],
        ),
        ([PROSE, MORE, "Jan 6, 2024"], None, []),
        ([PROSE, MORE, "First published: Jan 6, 2024"], "2024-01-06", ["Jan 6, 2024"]),
        ([PROSE, MORE, "Published: Jan 6, 2024", PROSE, MORE, PROSE], None, []),
        ([PROSE], None, []),
    ],
)
def test_the_storys_own_date_outweighs_the_pages(
    lines: list[str], day: str | None, dates: list[str]
) -> None:
    document = loaded(*lines)
    assert document.published == (date.fromisoformat(day) if day else None)
    assert stated(document) == dates


@pytest.mark.parametrize(
    ("opening", "dateline", "day"),
    [
        ("BAGHDAD, Jan 5 (Reuters) – ", (1, 5), None),
        ("SAO PAULO, May 26 (Reuters) - ", (5, 26), None),
        ("ISLAMABAD/NEW DELHI, March 11 (Reuters) - ", (3, 11), None),
        ("Nov 23 (Reuters) - ", (11, 23), None),
        ("Selby, 5 January (CNA) — ", (1, 5), None),
        ("NEW YORK, July 7 — ", (7, 7), None),
        ("SPRINGFIELD, Ill., Feb. 29 (AP) — ", (2, 29), None),
        ("BAGHDAD, Jan. 5, 2024 (AP) — ", (1, 5), "2024-01-05"),
        ("SELBY, Jan. 5, 2024 /CNA Newswire/ -- ", (1, 5), "2024-01-05"),
        # near misses
        ("On January 3rd – ", None, None),
        ("In Baghdad, Jan 5 was a Friday. ", None, None),
        ("Selby, Jan 5 – ", None, None),
        ("SELBY, Jan 35 (CNA) – ", None, None),
        ("SELBY (CNA) – ", None, None),
    ],
)
def test_a_dateline_without_year_is_kept_but_dates_nothing(
    opening: str, dateline: tuple[int, int] | None, day: str | None
) -> None:
    document = loaded("Harbour bridge closes for repairs", opening + PROSE, MORE)
    read = [(one.month, one.day) for one in document.datelines]
    assert read == ([dateline] if dateline else [])
    assert document.published == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("header", "rivals"),
    [
        (["July 22, 2024", "Harbour bridge closes for repairs", "Jan 6, 2024"], 2),
        (["Harbour bridge closes for repairs", "Jan 6, 2024", "January 6, 2024"], 0),
        (["Harbour bridge closes for repairs", "Published Jan 6, 2024", "Updated Jan 9, 2024"], 0),
        (["Harbour bridge closes for repairs", "Jan 6, 2024", "SELBY, Jan 5, 2024 (CNA) – X"], 0),
        (["Harbour bridge closes for repairs", "Jan 6, 2024", "SELBY, Jan 5, 2014 (CNA) – X"], 2),
        (["Harbour bridge closes for repairs", "Jan 6, 2024"], 0),
    ],
)
def test_conflicting_dates_are_those_that_cannot_all_be_right(
    header: list[str], rivals: int
) -> None:
    assert len(conflicting_dates(loaded(*header, PROSE, MORE))) == rivals


def test_a_stated_day_of_the_caller_goes_before_the_text() -> None:
    day = date(2024, 1, 6)
    text = f"Harbour bridge closes for repairs\nJan 9, 2024\n{PROSE}"
    assert document_from_text("article", "story", text, day).published == day


def test_marks_tell_how_a_date_is_stated() -> None:
    document = loaded(
        "Harbour bridge closes for repairs",
        "Jan 6, 2024 | Updated: Jan 8, 2024",
        f"SELBY, Jan 5, 2024 (CNA) – {PROSE}",
    )
    assert [found.mark for found in document.dates] == [
        DateMark.BARE,
        DateMark.UPDATED,
        DateMark.DATELINE,
    ]
