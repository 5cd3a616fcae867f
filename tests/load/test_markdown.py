from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.load import load_article
from auditor.load.markdown import read_markdown

DOCUMENTS = Path(__file__).parents[2] / "fixtures" / "documents"


def test_a_markdown_file_keeps_its_text_and_gets_blocks() -> None:
    path = DOCUMENTS / "harbour.md"
    document = load_article(path)
    assert document.text == path.read_text(encoding="utf-8")
    assert [
        (str(block.kind), document.text[block.start : block.end])
        for block in document.blocks
        if block.kind != "boilerplate"
    ] == [
        ("heading", "Harbour bridge closes"),
        ("prose", "*By Nora Quist*"),
        (
            "prose",
            (
                "The harbour bridge in **Selby** closed on Wednesday\n"
                "after divers found cracks in two of its pillars."
            ),
        ),
        ("quote", "We would rather close it for six weeks\n> than lose it for ever."),
        ("heading", "What happens when"),
        ("list_item", "Cyclists may cross until Friday."),
        ("list_item", "Buses end at the fish market."),
        ("list_item", "Line 4 ends there."),
        ("table_row", "Date   | Event"),
        ("table_row", "May 12 | Divers inspect the pillars"),
        ("table_row", "May 14 | The bridge closes"),
    ]
    assert document.title == "Harbour bridge closes for repairs"
    assert [(document.text[d.start : d.end], str(d.mark)) for d in document.dates] == [
        ("2031-05-14", "published"),
        ("2031-05-16", "updated"),
    ]


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("# Bridge closes\n\nMay 14, 2031\n\nText of it.", "Bridge closes", "2031-05-14"),
        ("# Bridge closes\n\n**May 14, 2031**\n\nText of it.", "Bridge closes", "2031-05-14"),
        ("# Bridge closes\n\n_Published: 14 May 2031_\n\nText.", "Bridge closes", "2031-05-14"),
        ("Bridge closes\n=====\n\nText of it.", "Bridge closes", None),
        (
            "+++\ntitle = 'Bridge closes'\ndate = 2031-05-14\n+++\nText.",
            "Bridge closes",
            "2031-05-14",
        ),
        ("---\npublish_date: 14/05/2031\n---\n## Bridge #\nText.", "Bridge", "2031-05-14"),
        ("---\r\ndate: 2031-05-14\r\n---\r\n# Bridge\r\n\r\nText.", "Bridge", "2031-05-14"),
        # near misses
        ("---\nevent_date: 2031-05-14\n---\nText of it.", None, None),
        ("---\ndate: soon\n---\nText of it.", None, None),
        ("---\n\nNot front matter on 2031-05-14, for it never ends.", None, None),
        ("date: 2031-05-14\n\nText of it is here for all of you.", None, "2031-05-14"),
        ("#Bridge\n\nThe text of it stands here for all of you to read.", None, None),
    ],
)
def test_title_and_date_come_from_front_matter_then_from_the_header(
    tmp_path: Path, text: str, title: str | None, day: str | None
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(text.encode())
    document = load_article(path)
    assert document.text == text
    assert document.title == title
    assert (document.published and document.published.isoformat()) == day


@pytest.mark.parametrize("text", ["> " * 5_000 + "x", "- " * 5_000 + "x", "[" * 20_000, "`" * 9999])
def test_hostile_markdown_takes_no_unreasonable_time(text: str) -> None:
    assert read_markdown(f"# Bridge\n\n{text}").title == "Bridge"


FRAGMENTS = st.sampled_from(
    [
        *("# ", "- ", "> ", "1. ", "| a | b |\n|---|---|\n| c | d |", "```\n", "    code", "***"),
        *("---\n", "\n", "\r\n", "\r", "\n\n", "\t", "\x0b", "\u2028"),
        *("<b>", "word ", "May 14, 2031"),
        *("<!-- audit: allow x y -->", "<!-- audit: allow ", "-->"),
    ]
)


@settings(max_examples=150)
@given(st.lists(FRAGMENTS | st.text(max_size=6), max_size=25).map("".join))
def test_blocks_lie_in_order_inside_the_text_and_leave_no_word_out(text: str) -> None:
    page = read_markdown(text)
    assert page.text == text
    last = 0
    for block in (*page.blocks,):
        assert not any(map(str.isalpha, text[last : block.start]))
        assert last <= block.start < block.end <= len(text)
        last = block.end
    assert not any(map(str.isalpha, text[last:]))
