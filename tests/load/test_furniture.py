"""Captions, signatures and the site's own furniture, told apart from the story by their markup."""

import pytest

from auditor.load.html import read_html

PROSE = "<p>The bridge in Selby closed on Wednesday after divers found cracks in two pillars.</p>"
WORDS = "The mayor of Selby asked a diver from the port to repeat the inspection."


def kind(markup: str) -> list[str]:
    """Return how the words are read where they stand in the midst of a story."""
    page = read_html(f"<article><h1>Harbour bridge closes</h1>{PROSE}{markup}{PROSE}</article>")
    return [str(b.kind) for b in page.blocks if WORDS in page.text[b.start : b.end]]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<figure><img src=a><figcaption>{}</figcaption></figure>", "caption"),
        ("<figure><img src=a><figcaption><p>{}</p></figcaption></figure>", "caption"),
        ("<p class=wp-caption-text>{}</p>", "caption"),
        ("<div class='image__caption attribution'>{}</div>", "caption"),
        ("<p><span itemprop=caption>{}</span>A diver told of it.</p>", "caption"),
        ("<table><tr><td><img src=a><br>{}</td></tr></table>", "caption"),
        ("<div data-component='caption'>{}</div>", "caption"),
        ("<div class=comments-area><p>{}</p></div>", "boilerplate"),
        ("<section class='comment-wrapper'><p>{}</p></section>", "boilerplate"),
        ("<div class=PageListEnhancement-related><p>{}</p></div>", "boilerplate"),
        ("<div data-testid='NewsletterSignup'><p>{}</p></div>", "boilerplate"),
        ("<div class='post-author-bio'><p>{}</p></div>", "boilerplate"),
        ("<div role=dialog><p>{}</p></div>", "boilerplate"),
        ("<div class=teaser><a href=/x>{}</a></div>", "boilerplate"),
        ("<p>Read also</p><p><a href=/x>{}</a></p>", "boilerplate"),
        # the story itself, however it is named
        ("<p>{}</p>", "prose"),
        ("<figure><img src=a></figure><p>{}</p>", "prose"),
        ("<div class='photo'><img src=a><p>{}</p></div>", "prose"),
        ("<div class=article-teaser><p>{}</p></div>", "prose"),
        ("<h2 id=comments>Comments</h2><p>{}</p>", "prose"),
        ("<p id=related-articles-in-the-law>{}</p>", "prose"),
        ("<div class='content-body shareable-text'><p>{}</p></div>", "prose"),
        ("<div class=commentary><p>{}</p></div>", "prose"),
        ("<div class=capital><p>{}</p></div>", "prose"),
        ("<div class=metadata-free><p>{}</p></div>", "prose"),
        ("<blockquote><p>{}</p></blockquote>", "quote"),
    ],
)
def test_what_a_part_of_a_page_is_follows_from_its_markup(markup: str, expected: str) -> None:
    assert kind(markup.format(WORDS)) == [expected]


def test_a_caption_is_a_block_of_its_own_and_in_no_sentence_of_the_story() -> None:
    page = read_html(
        f"<article><h1>Bridge closes</h1>{PROSE}<figure><img src=a><figcaption>Divers at work"
        f"</figcaption></figure>{PROSE}</article>"
    )
    assert [(str(b.kind), page.text[b.start : b.end]) for b in page.blocks] == [
        ("heading", "Bridge closes"),
        ("prose", PROSE[3:-4]),
        ("caption", "Divers at work"),
        ("prose", PROSE[3:-4]),
    ]


@pytest.mark.parametrize(
    ("quote", "kinds"),
    [
        ("cracks in two pillars", ["quote"]),
        ("closed on Wednesday after divers found cracks", ["boilerplate"]),
        ("We never saw a single crack in there", ["quote"]),
    ],
)
def test_a_quotation_set_apart_that_repeats_a_paragraph_is_read_once(
    quote: str, kinds: list[str]
) -> None:
    page = read_html(
        f"<article><h1>Bridge</h1>{PROSE}<blockquote>{quote}</blockquote>{PROSE}</article>"
    )
    assert [str(b.kind) for b in page.blocks if page.text[b.start : b.end] == quote] == kinds


def test_days_of_other_stories_below_the_last_paragraph_are_not_the_pages_own() -> None:
    page = read_html(
        "<head><meta name=date content=2031-05-14></head><body><main><h1>Bridge closes</h1>"
        f"{PROSE * 3}<h2>More</h2><div><a href=/x>Airport shut</a></div>"
        "<div>Published 12 June 2030</div></main></body>"
    )
    assert [line.text for line in page.lines] == ["Bridge closes", *[PROSE[3:-4]] * 3]
