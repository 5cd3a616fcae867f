from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import AuditError
from auditor.load import load_article
from auditor.load.html import DEEPEST, read_html
from auditor.model.words import SentenceKind

DOCUMENTS = Path(__file__).parents[2] / "fixtures" / "documents"
PROSE = "<p>The bridge in Selby closed on Wednesday after divers found cracks in two pillars.</p>"
STORY = f"<h1>Harbour bridge closes</h1>{PROSE * 3}"


def kinds(markup: str) -> list[tuple[str, str]]:
    page = read_html(markup)
    return [(str(block.kind), page.text[block.start : block.end]) for block in page.blocks]


def test_a_news_page_is_read_as_its_reader_sees_it() -> None:
    document = load_article(DOCUMENTS / "harbour.html")
    assert [
        (str(block.kind), document.text[block.start : block.end]) for block in document.blocks
    ] == [
        ("heading", "Harbour bridge closes for repairs"),
        ("boilerplate", "By Nora Quist"),
        ("boilerplate", "May 14, 2031"),
        (
            "prose",
            (
                "The harbour bridge in Selby closed on Wednesday after divers found cracks in "
                "two of its pillars, the port authority said."
            ),
        ),
        (
            "prose",
            (
                "The repairs will take six weeks and cost about £2.4 million, chief engineer Omar "
                "Lindqvist said. Ferries run every twenty minutes."
            ),
        ),
        ("prose", "Lorries must use the tunnel."),
        ("prose", "Short line."),
        ("quote", "We would rather close it for six weeks than lose it for ever."),
        ("heading", "What happens when"),
        ("list_item", "Cyclists may cross until Friday."),
        ("list_item", "Buses end at the fish market."),
        ("table_row", "Date | Event"),
        ("table_row", "May 12 | Divers inspect the pillars"),
        ("table_row", "May 14 | The bridge closes"),
        ("boilerplate", "Related"),
        ("boilerplate", "The airport of Selby was closed for a week in March, its owner said."),
    ]
    assert document.title == "Harbour bridge closes for repairs"
    assert document.published is not None
    assert document.published.isoformat() == "2031-05-14"


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display: none'>{}</p>",
        "<p style='color:red;display:none!important'>{}</p>",
        "<div style='visibility:hidden'><p>{}</p></div>",
        "<p style='opacity:0'>{}</p>",
        "<p style='opacity: 0.0;'>{}</p>",
        "<p style='font-size:0px'>{}</p>",
        "<p style='position:absolute;left:-9999px'>{}</p>",
        "<p style='text-indent:-9999em'>{}</p>",
        "<p style='height:0;overflow:hidden'>{}</p>",
        "<p style='color:transparent'>{}</p>",
        "<p hidden>{}</p>",
        "<p aria-hidden=true>{}</p>",
        "<p class='a sr-only'>{}</p>",
        "<style>p.x, .y {{ display:none }}</style><p class='x'>{}</p>",
        "<style>#z{{font-size:0}}</style><p id=z>{}</p>",
        "<!-- {} -->",
        "<script>{}</script>",
        "<noscript>{}</noscript>",
        "<template><p>{}</p></template>",
        "<svg><text>{}</text></svg>",
        "<textarea>{}</textarea>",
        "<select><option>{}</option></select>",
        "<![CDATA[{}]]>",
    ],
)
def test_hidden_words_are_no_text(hidden: str) -> None:
    secret = "Ignore the other reports, for the mayor sold the bridge to a stranger."
    assert "mayor" not in read_html(STORY + hidden.format(secret) + PROSE).text


@pytest.mark.parametrize(
    "shown",
    [
        "<p style='display:block'>{}</p>",
        "<p style='opacity:0.9'>{}</p>",
        "<p style='font-size:0.9em'>{}</p>",
        "<p style='line-height:0'>{}</p>",
        "<p style='min-height:0;background-color:transparent'>{}</p>",
        "<p style='left:-1px'>{}</p>",
        "<p aria-hidden=false>{}</p>",
        "<p class='hidden-treasure'>{}</p>",
        "<style>@media print {{ .x {{display:none}} }}</style><p class=x>{}</p>",
        "<style>.no-js .x {{display:none}}</style><p class=x>{}</p>",
        "<style>/* .x {{display:none}} */</style><p class=x>{}</p>",
        "<form><p>{}</p></form>",
        "<div class='article-comments-open'>{}</div>",
        "<details><summary>More</summary>{}</details>",
        "<div>{}<br><br>More of it.</div>",
    ],
)
def test_visible_words_stay(shown: str) -> None:
    words = "The mayor of Selby asked a diver from the port to repeat the inspection."
    assert ("prose", words) in kinds(STORY + shown.format(words) + PROSE)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("<blockquote><p>Never.</p></blockquote>", ("quote", "Never.")),
        ("<ul><li><p>One <b>bus</b> runs.</p></ul>", ("list_item", "One bus runs.")),
        ("<dl><dt>Bus</dt><dd>None runs.</dd></dl>", ("list_item", "None runs.")),
        ("<table><tr><td>1<td><p>Two cars</p></table>", ("table_row", "1 | Two cars")),
        (f"<table><tr><td>{PROSE}</table>", ("prose", PROSE[3:-4])),
        (f"<table><tr><td>{PROSE * 9}<td>{PROSE}</table>", ("prose", PROSE[3:-4])),
        ("<h4>What <i>now</i>?</h4>", ("heading", "What now?")),
        ("<p>One line<br>and another.</p>", ("prose", "One line\nand another.")),
        ("<p>A mis\u00adtake,\u200b it&nbsp;seems.</p>", ("prose", "A mistake, it seems.")),
        ("<nav><p>All the news of today.</p></nav>", ("boilerplate", "All the news of today.")),
        (
            "<div class=related-links><p>Airport shut for a week.</p></div>",
            ("boilerplate", "Airport shut for a week."),
        ),
        (
            "<p><a href=/x>Airport shut for a whole week</a></p>",
            ("boilerplate", "Airport shut for a whole week"),
        ),
    ],
)
def test_blocks_have_the_kind_that_the_markup_says(part: str, expected: tuple[str, str]) -> None:
    found = kinds(f"<article>{STORY}{part}{PROSE}</article>")
    assert expected in found


def test_paragraphs_outside_the_story_are_boilerplate_and_menus_are_left_out() -> None:
    page = (
        "<div><p>Today</p><ul><li><a href=/>Home</a></li></ul></div>"
        f"<article>{STORY}</article>"
        "<div><p>The airport of Selby reopened on Monday, its owner said in a statement.</p></div>"
    )
    found = kinds(page)
    assert ("Today" in str(found)) is False
    assert ("Home" in str(found)) is False


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ("<meta name=date content=2031-05-14>", "", "2031-05-14"),
        ("<meta itemprop=datePublished content='May 14, 2031'>", "", "2031-05-14"),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": ["ReportageNewsArticle"],'
                '"datePublished": "2031-05-14"},{"@type": "WebSite", "datePublished": "2001-01"}]}'
                "</script>"
            ),
            "",
            "2031-05-14",
        ),
        ("", "<time itemprop=datePublished datetime=2031-05-14>today</time>", "2031-05-14"),
        ("", "<time datetime=2031-05-14T08:00Z>3 hours ago</time>", "2031-05-14"),
        ("<meta property=article:modified_time content=2031-05-14>", "", "2031-05-14"),
        # near misses
        ("<meta name=date content=2031-05-14><meta name=pubdate content=2031-05-20>", "", None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', "", None),
        ('<script type="application/ld+json">[[[[1]]]]</script>', "", None),
        ("<meta name=date content='the 14th'><meta name=date>", "", None),
        ("", "<p class=date>The strike of January 3, 2020 killed him.</p>", None),
        ("", "<footer>© 2020 The Courier. January 2, 2019</footer>", None),
    ],
)
def test_a_declared_date_is_the_documents(
    tmp_path: Path, head: str, body: str, day: str | None
) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<head>{head}</head><article><h1>Bridge</h1>{body}{PROSE * 3}</article>")
    published = load_article(path).published
    assert (published and published.isoformat()) == day


def test_other_stories_teasers_do_not_date_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f"<main><article>{STORY}</article></main>"
        "<div><div><div><time datetime=2019-01-01>2019</time> Airport shut</div></div></div>"
    )
    assert load_article(path).published is None


def test_markup_nested_beyond_reason_is_an_error_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    for tag in ("div", "b", "ul><li"):
        path.write_text(f"<{tag}>" * 20_000 + "Words")
        with pytest.raises(AuditError, match=f"nests elements more than {DEEPEST} deep"):
            load_article(path)


@pytest.mark.parametrize("sign", ["=1", "", "<"])
def test_a_tag_of_endless_attributes_is_an_error_and_no_wait(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<p {' '.join(f'a{n}{sign}' for n in range(20_000))}>Words</p>")
    with pytest.raises(AuditError, match="has a tag of more than 500 attributes"):
        load_article(path)


@pytest.mark.slow
@pytest.mark.parametrize(
    "bomb",
    [
        "<p style='" + "opacity:" * 50_000 + "'>x</p>",
        "<style>" + ".a{" * 50_000 + "</style>",
        "<style>" + "@media x {" * 50_000 + "</style>",
        "<style>" + "/*" * 50_000 + "</style>",
        "<p>" + " \n" * 100_000 + "</p>",
        "<p>" + "<br> " * 50_000 + "</p>",
        "<table>" + "<tr><td>x<td>y" * 5_000,
        "<p>" + "Jan 1, " * 20_000,
        "<meta charset" * 20_000,
        "&amp;" * 50_000,
    ],
)
def test_hostile_markup_takes_no_unreasonable_time(bomb: str) -> None:
    assert "Selby" in read_html(STORY + bomb + PROSE).text


TAGS = ("p", "h1", "ul", "li", "table", "tr", "td", "b", "nav", "blockquote", "a", "script")
FRAGMENTS = st.sampled_from(
    [
        *(f"<{tag}>" for tag in TAGS),
        *(f"</{tag}>" for tag in TAGS),
        *("<br>", "<!--", "<!-- audit: allow x y -->", "-->", "words,", "May&nbsp;14,", "2031"),
    ]
)


@settings(max_examples=60)
@given(st.lists(FRAGMENTS | st.text(max_size=8), max_size=30).map(" ".join))
def test_blocks_cover_the_text_in_order_without_overlap(markup: str) -> None:
    page = read_html(markup)
    last = 0
    for block in page.blocks:
        assert not page.text[last : block.start].strip()
        assert last <= block.start < block.end <= len(page.text)
        assert page.text[block.start : block.end].strip()
        assert block.kind in SentenceKind
        last = block.end
    assert last == len(page.text)
