"""Who wrote a page, as it tells machines, else as its byline is marked."""

from collections.abc import Iterator, Mapping
from itertools import chain

from bs4 import BeautifulSoup, Tag

from auditor.load.byline import MOST_WRITERS, distinct, writers
from auditor.load.furniture import Part, names_of, part
from auditor.load.json_ld import described_stories

_META_NAMES = frozenset(
    [
        "article:author",
        "article.author",
        "author",
        "byl",
        "cxenseparse:author",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
    ]
)
_BYLINES = ("author", "byline", "by-line", "contributor", "credits", "writer")
_LONGEST_MARKED = 15
"""Words of an element that is marked as a byline and holds names. A guess."""


def declared_writers(soup: BeautifulSoup) -> tuple[str, ...]:
    """Return the names that a page declares as its writers, () where it declares none.

    What stands first in this list counts: JSON-LD, microdata, meta elements, links to an author,
    elements that are named as a byline. An outlet is no writer where it is known as an outlet.
    """
    outlets = tuple(_outlets(soup))
    ways = (_json_ld(soup), _microdata(soup), _meta(soup), _links(soup), _marked(soup))
    for n, way in enumerate(ways):
        declared = n < len(ways) - 1
        found = chain.from_iterable(writers(said, outlets, is_declared=declared) for said in way)
        if names := tuple(distinct(found)):
            return names[:MOST_WRITERS]
    return ()


def _outlets(soup: BeautifulSoup) -> Iterator[str]:
    for element in soup.find_all("meta", attrs={"property": "og:site_name"}):
        yield str(element.get("content", "")).strip()
    for story in described_stories(soup):
        yield from _names(story.get("publisher"))


def _json_ld(soup: BeautifulSoup) -> Iterator[str]:
    for story in described_stories(soup):
        yield from _names(story.get("author"))


def _names(thing: object) -> Iterator[str]:
    """Yield the names of what JSON-LD holds: a text, a thing with a name, or a list of them."""
    for one in thing if isinstance(thing, list) else [thing]:
        name = one.get("name") if isinstance(one, Mapping) else one
        for text in name if isinstance(name, list) else [name]:
            if isinstance(text, str) and text.strip() and "://" not in text:
                yield text.strip()


def _microdata(soup: BeautifulSoup) -> Iterator[str]:
    for element in soup.find_all(attrs={"itemprop": ["author", "creator"]}):
        name = element.find(attrs={"itemprop": "name"}) or element
        yield _said(name)


def _meta(soup: BeautifulSoup) -> Iterator[str]:
    for element in soup.find_all("meta"):
        named = {str(element.get(key, "")).lower() for key in ("property", "name")}
        said = _said(element)
        if named & _META_NAMES and "://" not in said:
            yield said
    label = soup.find("meta", attrs={"name": "twitter:label1"})
    if label and _said(label).casefold() == "written by":
        yield from map(_said, soup.find_all("meta", attrs={"name": "twitter:data1"}))


def _links(soup: BeautifulSoup) -> Iterator[str]:
    yield from (_said(link) for link in soup.find_all("a", attrs={"rel": "author"}))


def _marked(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the first element that is named as a byline and holds names."""
    for element in (soup.body or soup).find_all():
        said = _said(element)
        if _is_byline(element) and len(said.split()) <= _LONGEST_MARKED and writers(said):
            yield said
            return


def _is_byline(element: Tag) -> bool:
    if not any(word in name for name in names_of(element) for word in _BYLINES):
        return False
    around = (element, *element.parents)
    return not any(part(tag, 0.0) in (Part.FURNITURE, Part.CAPTION) for tag in around[:-1])


def _said(element: Tag) -> str:
    content = element.get("content")
    return " ".join(str(content if content else element.get_text(" ")).split())
