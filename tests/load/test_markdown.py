from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.load import load_article
from auditor.load.markdown import read_markdown
from auditor.model.document import FilePiece, in_file, is_unbroken

DOCUMENTS = Path(__file__).parents[2] / "fixtures" / "documents"


def test_a_markdown_file_is_read_without_its_marks_and_gets_blocks() -> None:
    path = DOCUMENTS / "harbour.md"
    document = load_article(path)
    assert document.file_text == path.read_text(encoding="utf-8")
    assert [
        (str(block.kind), document.text[block.start : block.end])
        for block in document.blocks
        if block.kind != "boilerplate"
    ] == [
        ("heading", "Harbour bridge closes"),
        ("prose", "By Nora Quist"),
        (
            "prose",
            (
                "The harbour bridge in Selby closed on Wednesday\n"
                "after divers found cracks in two of its pillars."
            ),
        ),
        ("quote", "We would rather close it for six weeks\nthan lose it for ever."),
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
    assert (document.file_text or document.text) == text
    assert document.title == title
    assert (document.published and document.published.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        *("> " * 5_000 + "x", "- " * 5_000 + "x", "[" * 20_000, "`" * 9999, "[" * 399, "**a" * 130),
        "[a](" * 99 + "b" * 9999,
        "".join(f"[a]({'b' * 50}) **c**\n\n" for _ in range(500)),
    ],
)
def test_hostile_markdown_takes_no_unreasonable_time(text: str) -> None:
    assert read_markdown(f"# Bridge\n\n{text}").title == "Bridge"


FRAGMENTS = st.sampled_from(
    [
        *("# ", "- ", "> ", "1. ", "| a | b |\n|---|---|\n| c | d |", "```\n", "    code", "***"),
        *("---\n", "\n", "\r\n", "\r", "\n\n", "\t", "\x0b", "\u2028"),
        *("<b>", "word ", "May 14, 2031"),
        *("**", "*", "_", "`", "[", "](u)", "[^1]", "&amp;", "\\\\", "<br>", "![", "~~", "]"),
        *("<!-- audit: allow x y -->", "<!-- audit: allow ", "-->"),
    ]
)


@settings(max_examples=150)
@given(st.lists(FRAGMENTS | st.text(max_size=6), max_size=25).map("".join))
def test_blocks_lie_in_order_inside_the_text_and_leave_no_word_out(text: str) -> None:
    page = read_markdown(text)
    last = 0
    for block in (*page.blocks,):
        assert not any(map(str.isalpha, page.text[last : block.start]))
        assert last <= block.start < block.end <= len(page.text)
        last = block.end
    assert not any(map(str.isalpha, page.text[last:]))


@settings(max_examples=150)
@given(st.lists(FRAGMENTS | st.text(max_size=6), max_size=25).map("".join))
def test_every_character_stands_in_the_file_where_it_is_said_to_stand(text: str) -> None:
    page = read_markdown(text)
    pieces = page.file_pieces or (FilePiece(0, len(page.text), 0, len(page.text)),)
    assert "".join(page.text[one.start : one.end] for one in pieces) == page.text
    for one in pieces:
        written = text[one.first : one.last]
        if one.end - one.start == one.last - one.first:
            assert page.text[one.start : one.end] == written
        else:
            assert written[0] in "&<\\"
    ends = [one.last for one in pieces]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The **Selby** bridge *is* __shut__.", "The Selby bridge is shut."),
        ("**_Both_** and ***all*** of un**believ**able", "Both and all of unbelievable"),
        ("See [the *port*](https://x.example/a_(b) 'the port') now.", "See the port now."),
        ("See [the port][p] and [p].\n\n[p]: https://x.example", "See the port and p."),
        ("See <https://x.example/a> or `ls -l`.", "See https://x.example/a or ls -l."),
        ("`` a`b `` and ` c `", "a`b and c"),
        ("It cost ~~three~~ two.", "It cost three two."),
        ("R&amp;D \\* not \\_this\\_ &lt;", "R&D * not _this_ <"),
        ("It shut[^1], they said[^note].", "It shut, they said."),
        ("One<br>two <b>three</b>", "One\ntwo three"),
        ("Shut.<!-- is it? --> Yes.", "Shut. Yes."),
        ("> It was\n> **shut**.", "It was\nshut."),
        ("- It was\n  *shut*.", "It was\nshut."),
        ("## The **end** ##", "The end"),
        ("The *end*\n=====", "The end"),
        ('"**No**," he said.', '"No," he said.'),
        ("It is **shut\nfor** ever.\\\nYes.", "It is shut\nfor ever.\nYes."),
        # no marks
        ("2 * 3 * 4 is snake_case_name", "2 * 3 * 4 is snake_case_name"),
        ("[insert quote here] said", "[insert quote here] said"),
        ("It cost $5 < $6 & more", "It cost $5 < $6 & more"),
        ("*It is not closed", "*It is not closed"),
        ("R&D and AT&T", "R&D and AT&T"),
    ],
)
def test_marks_are_no_part_of_a_sentence(text: str, shown: str) -> None:
    page = read_markdown(text)
    block = page.blocks[0]
    assert page.text[block.start : block.end] == shown


@pytest.mark.parametrize(
    ("words", "written", "is_whole"),
    [
        ("Selby", "Selby", True),
        ("The Selby", "The **Selby", False),
        ("Selby bridge", "Selby** bridge", False),
        ("R&D", "R&amp;D", False),
        ("port", "port", True),
        ("the port shut", "the [port](https://x.example) shut", False),
    ],
)
def test_places_are_those_of_the_file(
    tmp_path: Path, words: str, written: str, is_whole: bool
) -> None:
    path = tmp_path / "a.md"
    path.write_text("The **Selby** bridge of R&amp;D and the [port](https://x.example) shut.\n")
    document = load_article(path)
    start = document.text.index(words)
    end = start + len(words)
    first, last = in_file(document, start, end)
    assert document.file_text[first:last] == written
    assert is_unbroken(document, start, end) == is_whole


def test_other_parts_of_markdown_have_their_kinds() -> None:
    page = read_markdown(
        "| A | **B** |\n|---|---|\n| `c` | [d](e) |\n\n![The *shut* bridge](b.jpg)\n\n"
        "<!-- note -->\n\n[^1]: Reuters, 5 January.\n\n```\ncode\n```\n"
    )
    assert [(str(b.kind), page.text[b.start : b.end]) for b in page.blocks] == [
        ("table_row", "A | B"),
        ("table_row", "c | d"),
        ("caption", "The shut bridge"),
        ("boilerplate", "<!-- note -->"),
        ("prose", "Reuters, 5 January."),
        ("boilerplate", "code"),
    ]
