"""What stands in the place of a story is told, and stories are not taken for it."""

from pathlib import Path

import pytest

from auditor.errors import AuditError
from auditor.load import load_article, load_references
from auditor.load.html import read_html
from auditor.model.finding import Problem

STUBS = Path(__file__).parents[2] / "fixtures" / "pages" / "stubs"
PAYWALL = (
    "is behind a paywall and holds only the beginning of its story; "
    "save it while signed in, or save the story's text as a .txt file"
)
SCRIPT = "asks for JavaScript and holds no story; open it in a browser and save it from there"
REASONS = {
    "cookie-wall": (
        "is a cookie wall without a story; answer it in a browser, then save the page again"
    ),
    "javascript": SCRIPT,
    "javascript-shown": SCRIPT,
    "not-found": ("is a page that says its story was not found; save the story from another place"),
    "paywall": PAYWALL,
    "registration-wall": PAYWALL,
    "robot-check": (
        "is a check for robots and no story; pass it in a browser, then save the page again"
    ),
}


def test_a_stub_is_a_problem_that_names_it_and_never_a_short_reference(tmp_path: Path) -> None:
    wire = tmp_path / "wire.txt"
    wire.write_text("The bridge in Selby closed on Wednesday, the port authority said.")
    documents, problems = load_references([str(STUBS), str(wire)])
    assert [document.path for document in documents] == [wire.as_posix()]
    assert problems == tuple(
        Problem("load", (STUBS / f"{name}.html").as_posix(), reason)
        for name, reason in sorted(REASONS.items(), key=lambda row: f"{row[0]}.html")
    )


def test_a_stub_is_no_article() -> None:
    with pytest.raises(AuditError, match="paywall"):
        load_article(STUBS / "paywall.html")


ONE = "The bridge in Selby closed on Wednesday after divers found cracks in two pillars. "
TWO = "It will be mended in six weeks, said the engineer Omar Lindqvist of the port authority. "
BRIEF = f"<h1>Bridge closes</h1><p>{ONE}</p><p>{TWO}</p>"
WHOLE = '<script type="application/ld+json">{"@type":"NewsArticle","wordCount":31}</script>'


@pytest.mark.parametrize(
    "markup",
    [
        BRIEF,
        f"{BRIEF}<p>Already a subscriber? Sign in</p><p>Subscribe now</p>",
        f"{BRIEF}<div>Sign up to read more stories like this one every Monday.</div>",
        f"{BRIEF}<p>The site asked readers to subscribe to continue reading, said Mr Lind.</p>",
        f"<p>We use cookies to run this site.</p><button>Accept all</button>{BRIEF}{BRIEF}",
        f"<noscript>Please enable JavaScript to see comments.</noscript>{BRIEF}{BRIEF}",
        "<h1>Museum site down</h1><p>The museum's page was not found on Monday, it said.</p>",
        "<h1>Bank ends puzzle</h1><p>The bank said the captcha kept 900 customers out in May.</p>",
        "<h1>Cookies</h1><p>The court ruled that cookies need consent, and fined the shop.</p>",
        f"<h1>Bridge</h1><p>{(ONE + TWO) * 6}</p><h2>Subscribe to continue reading</h2>",
        f"{WHOLE}{BRIEF}<p>Subscribe to continue reading</p>",
    ],
)
def test_a_story_beside_a_notice_is_read(markup: str) -> None:
    assert read_html(markup).text


@pytest.mark.parametrize(
    ("notice", "reason"),
    [
        ("Subscribe to continue reading", PAYWALL),
        ("To continue reading, log in.", PAYWALL),
        ("This article is for subscribers only.", PAYWALL),
        ("You have reached your limit of free articles", PAYWALL),
        ("Create a free account to continue reading", PAYWALL),
        ("Sign up for free to read the rest of this story", PAYWALL),
    ],
)
def test_the_beginning_of_a_story_above_a_paywall_is_told(notice: str, reason: str) -> None:
    with pytest.raises(ValueError, match="is behind a paywall") as caught:
        read_html(f"{BRIEF}<div>{notice}</div>")
    assert str(caught.value) == reason
