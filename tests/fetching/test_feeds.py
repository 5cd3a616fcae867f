"""What feeds and sitemaps list, and which of it is taken."""

import gzip
from datetime import date

import pytest
import respx

from auditor.fetching.feeds import Choice, Expanded, ListKind, expanded
from auditor.load.network import Network
from auditor.load.patience import Patience
from auditor.load.source import Unreadable
from auditor.load.web import Errand

PUBLIC = "93.184.215.14"
NETWORK = Network(lambda host, port: (PUBLIC,), patience=Patience(tries=1), asks_robots=False)
FEED, SITEMAP = ListKind.FEED, ListKind.SITEMAP
ANY = Choice(20)

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>News</title><link>https://news.example/</link>
<atom:link href="https://news.example/rss" rel="self"/>
<item><title>One</title><link> https://news.example/one </link>
  <pubDate>Mon, 05 Jan 2026 23:30:00 -0500</pubDate></item>
<item><title>Two</title><guid>https://news.example/two</guid>
  <dc:date>2026-01-07T01:00:00Z</dc:date></item>
<item><title>Three</title><link>/three?a=1&amp;b=2</link></item>
<item><title>No page</title><guid isPermaLink="false">77</guid></item>
<item><title>One again</title><link>https://news.example/one</link>
  <pubDate>Mon, 05 Jan 2026 23:30:00 -0500</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://news.example/"/>
<entry><link rel="enclosure" href="https://news.example/a.mp3"/><link href="/one"/>
  <published>2026-01-05T10:00:00Z</published><updated>2026-01-09T10:00:00Z</updated></entry>
<entry><link rel="alternate" href="https://two.example/two"/><updated>2026-01-06</updated></entry>
</feed>"""
RDF = """<rdf:RDF xmlns="http://purl.org/rss/1.0/"
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><link>https://news.example/</link></channel>
<item><link>https://news.example/one</link><dc:date>2026-01-05</dc:date></item></rdf:RDF>"""
URLS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://news.example/one</loc><lastmod>2026-01-09</lastmod>
 <image:image><image:loc>https://news.example/a.jpg</image:loc></image:image>
 <news:news><news:publication_date>2026-01-05</news:publication_date></news:news></url>
<url><loc>https://news.example/two</loc><lastmod>2026-01-06T10:00:00+00:00</lastmod></url>
<url><loc>https://news.example/old</loc><lastmod>last year</lastmod></url>
</urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example/2026.xml</loc><lastmod>2026-01-09</lastmod></sitemap>
<sitemap><loc>https://news.example/2025.xml</loc><lastmod>2025-12-31</lastmod></sitemap>
</sitemapindex>"""


def found(
    kind: ListKind, text: str | bytes, choice: Choice = ANY, type_: str = "text/xml"
) -> Expanded:
    with respx.mock(assert_all_called=False) as web:
        web.get(f"https://{PUBLIC}/list").respond(
            200, content=text, headers={"Content-Type": type_}
        )
        web.get(f"https://{PUBLIC}/2026.xml").respond(
            200, content=URLS, headers={"Content-Type": type_}
        )
        web.get(f"https://{PUBLIC}/2025.xml").respond(404)
        return expanded(Errand(NETWORK), "https://news.example/list", kind, choice)


def named(*names: str) -> tuple[str, ...]:
    return tuple(f"https://news.example/{name}" for name in names)


@pytest.mark.parametrize(
    ("kind", "text", "pages"),
    [
        (FEED, RSS, named("two", "one", "three?a=1&b=2")),
        (FEED, ATOM, ("https://two.example/two", *named("one"))),
        (FEED, RDF, named("one")),
        (SITEMAP, URLS, named("two", "one", "old")),
    ],
    ids=["rss", "atom", "rdf", "sitemap"],
)
def test_the_pages_of_a_list_come_once_each_and_the_latest_first(kind, text, pages):
    assert found(kind, text) == Expanded(pages, len(pages), 0)


def test_a_packed_sitemap_is_read():
    assert found(SITEMAP, gzip.compress(URLS.encode()), type_="application/x-gzip").listed == 3


@pytest.mark.parametrize(
    ("choice", "pages", "undated"),
    [
        (Choice(2), named("two", "one"), 0),
        (Choice(1), named("two"), 0),
        (Choice(20, since=date(2026, 1, 6)), named("two"), 1),
        (Choice(20, since=date(2026, 1, 5)), named("two", "one"), 1),
        (Choice(20, until=date(2026, 1, 5)), named("one"), 1),
        (Choice(20, date(2026, 1, 5), date(2026, 1, 5)), named("one"), 1),
        (Choice(20, date(2026, 1, 8), date(2026, 1, 9)), (), 1),
    ],
)
def test_a_limit_and_days_choose_and_what_has_no_day_is_counted(choice, pages, undated):
    """Page one is of 5 January, though it was last changed on the 9th."""
    assert found(SITEMAP, URLS, choice) == Expanded(pages, 3, undated)


def test_an_index_is_followed_to_the_sitemaps_that_may_hold_the_days():
    choice = Choice(20, since=date(2026, 1, 1))
    assert found(SITEMAP, INDEX, choice) == Expanded(named("two", "one"), 3, 1)


BOMB = (
    '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


@pytest.mark.parametrize(
    ("kind", "text", "type_", "fault"),
    [
        (FEED, URLS, "text/xml", "is no feed (RSS or Atom); check the address"),
        (SITEMAP, RSS, "text/xml", "is no sitemap; check the address"),
        (FEED, "", "text/xml", "is no well-formed XML"),
        (FEED, "Words.", "text/xml", "is no well-formed XML"),
        (FEED, RSS[:500], "text/xml", "is no well-formed XML"),
        (FEED, RSS.replace("News", "News &nbsp;"), "text/xml", "is no well-formed XML"),
        (FEED, "<a>" * 300 + "</a>" * 300, "text/xml", "is no well-formed XML"),
        (FEED, "<html><item><link>/a</link></item></html>", "text/xml", "is no feed"),
        (FEED, RSS, "text/html", "is text/html; only the XML of a feed (RSS or Atom) is read"),
        (SITEMAP, INDEX, "text/xml", "answers 404; check the address"),
        (
            SITEMAP,
            INDEX.replace(
                "<sitemap>",
                "<sitemap><loc>https://news.example/a</loc></sitemap>" * 20 + "<sitemap>",
                1,
            ),
            "text/xml",
            "is an index of 22 sitemaps, but at most 20 are read",
        ),
        (SITEMAP, b"\x1f\x8b" + b"x" * 50, "application/gzip", "is damaged gzip"),
        (SITEMAP, gzip.compress(bytes(6_000_000)), "application/gzip", "is larger than 5 MB"),
    ],
)
def test_what_is_no_such_list_is_an_error(kind, text, type_, fault):
    with pytest.raises(Unreadable) as caught:
        found(kind, text, type_=type_)
    assert fault in caught.value.reason


@pytest.mark.parametrize("link", ["&file;", "&web;", "https://news.example/&file;"])
def test_entities_are_not_resolved(link):
    text = (
        '<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/hostname">'
        f'<!ENTITY web SYSTEM "http://two.example/">]><rss><item><link>{link}</link></item></rss>'
    )
    assert found(FEED, text).urls in ((), named(""))


@pytest.mark.parametrize("link", ["&i;", "https://news.example/&i;"])
def test_entities_that_would_fill_the_memory_are_refused(link):
    with pytest.raises(Unreadable, match="is no well-formed XML"):
        found(FEED, f"{BOMB}<rss><item><link>{link}</link></item></rss>")


def test_an_address_that_no_page_has_is_left_to_the_fetch_to_refuse():
    text = "<rss><item><link>javascript:alert(1)</link></item></rss>"
    assert found(FEED, text).urls == ("javascript:alert(1)",)
