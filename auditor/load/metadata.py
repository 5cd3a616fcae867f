"""The dates of publication and update that an HTML page declares for machines."""

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag

from auditor.load.json_ld import Described
from auditor.load.written_dates import written_dates
from auditor.model.document import DocumentDate
from auditor.model.words import DateMark

_PUBLISH_NAMES = frozenset(
    [
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.date",
        "sailthru.date",
        "parsely-pub-date",
        "article.published",
        "cxenseparse:recs:publishtime",
    ]
)
_UPDATE_NAMES = frozenset(
    [
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "lastmod",
        "last-modified",
        "dcterms.modified",
        "dc.date.modified",
        "article.updated",
    ]
)
_LEVELS_UP = 3
"""How far from its headline a story's date stands at most, in elements. A guess."""


def declared_dates(soup: BeautifulSoup, stories: Sequence[Described]) -> tuple[DocumentDate, ...]:
    """Return the dates of meta elements, JSON-LD and microdata; each date and mark once.

    `stories` are those that the page describes in JSON-LD.

    Where there are none, a ``<time datetime>`` beside the page's only h1 counts. Nothing is taken
    from footers, addresses or other stories' teasers, as htmldate does: that would be a guess.
    """
    declared = [*_meta(soup), *_json_ld(stories), *_microdata(soup)]
    return tuple(dict.fromkeys(declared or _beside_headline(soup)))


def declared_titles(soup: BeautifulSoup, stories: Sequence[Described]) -> tuple[str, ...]:
    """Return what a page calls itself: in its metadata, and in its ``<title>`` with its outlet."""
    shown = soup.find_all("meta", attrs={"property": "og:title"})
    described = [str(story.get("headline") or "") for story in stories]
    titles = [*described, *(str(element.get("content", "")) for element in shown)]
    return (*titles, *(element.get_text(" ") for element in soup.find_all("title", limit=1)))


def declared_words(stories: Sequence[Described]) -> int:
    """Return how many words a page says that its story has, 0 where it says nothing."""
    counts = (str(story.get("wordCount", "")).strip() for story in stories)
    return max((int(count) for count in counts if re.fullmatch(r"\d{1,6}", count)), default=0)


def _meta(soup: BeautifulSoup) -> Iterator[DocumentDate]:
    for element in soup.find_all("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = str(element.get(attribute, "")).lower()
            if name in _PUBLISH_NAMES:
                yield from _dated(element.get("content"), DateMark.PUBLISHED)
            elif name in _UPDATE_NAMES:
                yield from _dated(element.get("content"), DateMark.UPDATED)


def _microdata(soup: BeautifulSoup) -> Iterator[DocumentDate]:
    for element in soup.find_all(lambda tag: tag.has_attr("itemprop") or tag.name == "time"):
        name = str(element.get("itemprop", "")).lower()
        if name == "datepublished" or (element.name == "time" and element.has_attr("pubdate")):
            yield from _dated(_date(element), DateMark.PUBLISHED)
        elif name == "datemodified":
            yield from _dated(_date(element), DateMark.UPDATED)


def _beside_headline(soup: BeautifulSoup) -> Iterator[DocumentDate]:
    titles = soup.find_all("h1")
    around = titles[0].parents if len(titles) == 1 else ()
    for element, _ in zip(around, range(_LEVELS_UP), strict=False):
        if element.name in ("body", "html"):
            return
        if date := element.find("time", attrs={"datetime": True}):
            yield from _dated(_date(date), DateMark.BARE)
            return


def _date(element: Tag) -> object:
    given = (element.get(name) for name in ("datetime", "content", "title"))
    return next(filter(None, given), None) or element.get_text(" ", strip=True)


def _json_ld(stories: Sequence[Described]) -> Iterator[DocumentDate]:
    for story in stories:
        yield from _dated(story.get("datePublished"), DateMark.PUBLISHED)
        yield from _dated(story.get("dateModified"), DateMark.UPDATED)


def _dated(value: object, mark: DateMark) -> Iterator[DocumentDate]:
    for written in written_dates(value[:80])[:1] if isinstance(value, str) else ():
        if written.value:
            yield DocumentDate(0, 0, written.value, mark)
