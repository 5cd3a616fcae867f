"""Feeds (RSS, Atom) and sitemaps: the addresses of the pages that they list, with their days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urljoin

from auditor.load.body import body
from auditor.load.harmless import told
from auditor.load.source import Unreadable
from auditor.load.url import without_password
from auditor.load.visit import Arrival
from auditor.load.web import Errand, received

MAX_SITEMAPS = 20
"""How many sitemaps an index of them is followed to. A guess."""

_XML = ("application/xml", "text/xml")
_PACKED = ("application/gzip", "application/x-gzip")


class ListKind(StrEnum):
    """What lists pages."""

    FEED = "feed (RSS or Atom)"
    SITEMAP = "sitemap"


KINDS = {
    ListKind.FEED: ("application/rss+xml", "application/atom+xml", "application/rdf+xml", *_XML),
    ListKind.SITEMAP: (*_XML, *_PACKED),
}
"""The content types of each."""

ROOTS = {"rss": ListKind.FEED, "RDF": ListKind.FEED, "feed": ListKind.FEED}
ROOTS |= {"urlset": ListKind.SITEMAP, "sitemapindex": ListKind.SITEMAP}
"""What the outermost element of each is called."""

_ENTRIES = frozenset({"item", "entry", "url", "sitemap"})
_DAYS = ("publication_date", "pubDate", "published", "date", "updated", "lastmod")
"""Elements that state an entry's day, the day of publication first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that is listed; `day` is None where the list states none."""

    url: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of the listed pages are taken.

    Attributes:
        limit: how many, the latest first.
        since, until: the first and last day; None for any. An entry without a day is of no day.
    """

    limit: int
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Expanded:
    """What a list gives.

    Attributes:
        urls: of the pages that are taken.
        listed: how many it lists.
        undated: how many were passed over since they state no day.
    """

    urls: tuple[str, ...]
    listed: int
    undated: int


def expanded(errand: Errand, url: str, kind: ListKind, choice: Choice) -> Expanded:
    """Return the pages that a feed or sitemap lists, those of an index of sitemaps among them.

    Raises:
        Unreadable: naming the list, if it cannot be had or is none.
    """
    listed = tuple({entry.url: entry for entry in _listed(errand, url, kind, choice)}.values())
    in_time = [entry for entry in listed if _is_in_time(entry, choice)]
    latest = sorted(in_time, key=lambda entry: entry.day or date.min, reverse=True)
    bounded = choice.since or choice.until
    return Expanded(
        urls=tuple(entry.url for entry in latest[: choice.limit]),
        listed=len(listed),
        undated=sum(entry.day is None for entry in listed) if bounded else 0,
    )


def _is_in_time(entry: Entry, choice: Choice) -> bool:
    if not (choice.since or choice.until):
        return True
    day = entry.day
    return day is not None and (choice.since or day) <= day <= (choice.until or day)


def _listed(errand: Errand, url: str, kind: ListKind, choice: Choice) -> Iterator[Entry]:
    root = _root(errand, url, kind)
    if _name(root) != "sitemapindex":
        yield from entries(root, url)
        return
    parts = [part for part in entries(root, url) if _may_hold(part, choice)]
    if len(parts) > MAX_SITEMAPS:
        raise Unreadable(
            without_password(url),
            f"is an index of {len(parts)} sitemaps, but at most {MAX_SITEMAPS} are read; "
            "name one of them, or say --since",
        )
    for part in parts:
        yield from entries(_root(errand, part.url, kind), part.url)


def _may_hold(part: Entry, choice: Choice) -> bool:
    """Tell whether a sitemap that last changed on its day can list pages of the days wanted."""
    return not (part.day and choice.since and part.day < choice.since)


def _root(errand: Errand, url: str, kind: ListKind) -> Any:
    """Return the outermost element of a list, whose entities nobody resolves."""
    from lxml import etree

    shown = without_password(url)
    came = received(errand, url, KINDS[kind], f"only the XML of a {kind} is read")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(_unpacked(shown, came), parser)
    except etree.XMLSyntaxError as error:  # what is guessed of damaged XML are wrong addresses
        raise Unreadable(
            shown, f"is no well-formed XML ({told(str(error))}); name its pages one by one"
        ) from error
    if ROOTS.get(_name(root)) is not kind:
        raise Unreadable(shown, f"is no {kind}; check the address")
    return root


def _unpacked(shown: str, came: Arrival) -> bytes:
    """Return the bytes of a list; sitemaps are often files that are packed as such."""
    packed = came.data.startswith(b"\x1f\x8b")
    return body(shown, "gzip", [came.data]) if packed else came.data


def entries(root: Any, base: str) -> Iterator[Entry]:
    """Yield the entries of a list that name an address, in its order.

    Args:
        root: its outermost element.
        base: its own address, from which theirs may count.
    """
    for element in root.iter():
        if _name(element) in _ENTRIES and (url := _address(element)):
            yield Entry(urljoin(base, url), _day(element))


def _address(entry: Any) -> str:
    for element in entry:
        name, text = _name(element), (element.text or "").strip()
        if name == "loc" or (name == "link" and text):
            return text
        if name == "link" and element.get("rel", "alternate") == "alternate":
            return str(element.get("href", "")).strip()
    for element in entry:  # RSS: the guid is the address where it does not say otherwise
        if _name(element) == "guid" and element.get("isPermaLink", "true") == "true":
            return (element.text or "").strip()
    return ""


def _day(entry: Any) -> date | None:
    stated = {_name(element): (element.text or "").strip() for element in entry.iter()}
    days = (_read(stated[name]) for name in _DAYS if name in stated)
    return next((day for day in days if day), None)


def _read(written: str) -> date | None:
    """Return the day as it is written, in whatever zone: of ISO 8601, or of mails."""
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(written).date()
    except ValueError:
        return None


def _name(element: Any) -> str:
    """Return the name of an element without its namespace, "" of what is none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
