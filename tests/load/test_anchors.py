"""Where the words of a page stand in its file."""

from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.load.anchors import anchors
from auditor.load.html import read_html
from auditor.model.document import Block
from auditor.model.words import SentenceKind

PAGE = """<!doctype html><html><head><title>Harbour bridge closes</title>
<script>var story = "Divers found cracks in two of its pillars.";</script>
</head><body>
<nav>Home</nav>
<h1>Harbour bridge closes</h1>
<p>Divers found   cracks
  in <b>two</b> of Dahl &amp; Sons&rsquo; pillars.</p>
<!-- The tunnel stays open. -->
<p>The tunnel stays open.<br>Ferries run at night.</p>
<table><tr><td>May 12</td><td>Divers look</td></tr></table>
<p>Read more in the port.</p><p>Read more in the port.</p>
</body></html>
"""


def shown(markup: str, text: str, blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    """Return the words of each anchor, in the text and at its place in the file."""
    rows = markup.split("\n")
    return [
        (text[one.start : one.end], rows[one.line - 1][one.column - 1 : one.end_column - 1])
        for one in anchors(markup, text, blocks)
    ]


def test_words_of_a_page_are_found_in_its_file() -> None:
    page = read_html(PAGE)
    assert shown(PAGE, page.text, page.blocks) == [
        ("Home", "Home"),
        ("Harbour bridge closes", "Harbour bridge closes"),
        ("Divers found", "Divers found"),
        ("cracks", "cracks"),
        ("in", "in"),
        ("two", "two"),
        ("of Dahl &", "of Dahl &amp;"),
        ("Sons’", "Sons&rsquo;"),
        ("pillars.", "pillars."),
        ("The tunnel stays open.", "The tunnel stays open."),
        ("Ferries run at night.", "Ferries run at night."),
        ("May 12", "May 12"),
        ("Divers look", "Divers look"),
    ]
    assert page.anchors == anchors(PAGE, page.text, page.blocks)


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<p>No such words</p>",
        "<p>The pier.</p><div>The pier.</div>",
        "<script>The pier.",
        "<title>The pier.</title>",
        "<!-- The pier.",
        "<p title='The pier.'>",
    ],
)
def test_what_stands_nowhere_or_twice_has_no_anchor(markup: str) -> None:
    block = Block(0, 9, SentenceKind.PROSE)
    assert anchors(markup, "The pier.", (block,)) == ()


PARTS = st.sampled_from(
    ["<p>", "</p>", "<b>", "<", ">", "&amp;", "&", "&#8217;", "&fjlig;", "|", " ", "\n", "\r\n",
     "\xa0", "\xad", "<script>", "</script>", "<!--", "-->", "pier", "Ida", "é", "🔥", "<br>"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=30).map("".join))
@example(">&pier")
@example("-->&pier")
@settings(max_examples=50)
def test_an_anchor_is_never_wrong(markup: str) -> None:
    page = read_html(f"<body>{markup}</body>")
    for text, found in shown(f"<body>{markup}</body>", page.text, page.blocks):
        assert text == found or text in (unescape(found), *unescape(found), unescape(found)[:-1])
