"""Who wrote a page, as it tells machines, else as its byline is marked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from bs4 import BeautifulSoup, Tag

from auditor.load.byline import MOST_WRITERS, distinct, writers
from auditor.load.furniture import PagePart, has_at_most, names_of, part
from auditor.load.json_ld import Described
from auditor.load.lines import Line, is_prose

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
_PROFILE = re.compile(
    r"/(?:authors?|by|columnists?|contributors?|journalists?|people|person|profiles?|reporters?|staff"
    r"|writers?)/.",
    re.I,
)
_LONGEST_MARKED = 15
"""Words of an element that is marked as a byline and holds names. A guess."""


def declared_writers(soup: BeautifulSoup, stories: Sequence[Described]) -> tuple[str, ...]:
    """Return the names that a page declares as its writers, () where it declares none.

    What stands first in this list counts: JSON-LD, microdata, meta elements, links to an author,
    elements that are named as a byline, links to somebody's page beside the headline. An outlet is
    no writer where it is known as an outlet.
    """
    outlets = tuple(_outlets(soup, stories))
    ways = (_named(stories, "author"), _microdata(soup), _meta(soup), _links(soup))
    told = [(way, True) for way in ways] + [(_marked(soup), False), (_profiles(soup), False)]
    for way, declared in told:
        said = (writers(one, outlets, is_declared=declared) for one in way)
        if names := tuple(distinct(chain.from_iterable(said))):
            return names[:MOST_WRITERS]
    return ()


def _outlets(soup: BeautifulSoup, stories: Sequence[Described]) -> Iterator[str]:
    for element in soup.find_all("meta", attrs={"property": "og:site_name"}):
        yield str(element.get("content", "")).strip()
    yield from _named(stories, "publisher")


def _named(stories: Sequence[Described], key: str) -> Iterator[str]:
    return (name for story in stories for name in _names(story.get(key)))


def _names(thing: object) -> Iterator[str]:
    """Yield the names of what JSON-LD holds: a text, a thing with a name, or a list of them."""
    for one in thing if isinstance(thing, list) else [thing]:
        name = one.get("name") if isinstance(one, Mapping) else one
        for text in name if isinstance(name, list) else [name]:
            if isinstance(text, str) and text.strip() and "://" not in text:
                yield text.strip()


def _microdata(soup: BeautifulSoup) -> Iterator[str]:
    marked = soup.find_all(lambda tag: tag.get("itemprop") in ("author", "creator"))
    for element in marked[:MOST_WRITERS]:
        name = element.find(lambda tag: tag.get("itemprop") == "name") or element
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
    links = soup.find_all(lambda tag: tag.name == "a" and "author" in tag.get_attribute_list("rel"))
    yield from map(_said, links[:MOST_WRITERS])


def _marked(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the first element that is named as a byline and holds names."""
    for element in (soup.body or soup).find_all():
        if _is_byline(element):
            said = _said(element)
            if writers(said):
                yield said
                return


def _profiles(soup: BeautifulSoup) -> Iterator[str]:
    """Yield what links to somebody's page between the headline and the first paragraph say."""
    title = soup.find("h1")
    for element in title.find_all_next(["a", "p"]) if title else ():
        said = _said(element)
        if element.name == "p" and is_prose(Line(0, 0, said)):
            return
        if element.name == "a" and _PROFILE.search(str(element.get("href", ""))):
            yield said


def _is_byline(element: Tag) -> bool:
    if not any(word in name for name in names_of(element) for word in _BYLINES):
        return False
    if not has_at_most(element, _LONGEST_MARKED):
        return False
    around = (element, *element.parents)
    return not any(part(tag, 0.0) in (PagePart.FURNITURE, PagePart.CAPTION) for tag in around[:-1])


def _said(element: Tag) -> str:
    content = element.get("content")
    return " ".join(str(content if content else element.get_text(" ")).split())
