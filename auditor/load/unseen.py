"""Which of the words that a page hides are worth an editor's time.

Pages hide much that is honest: panels that a click opens, labels for screen readers, menus, offers,
pictures that load late. Told are prose that nothing on the page can show, and orders to language
models wherever they stand.
"""

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, PreformattedString

from auditor.knowledge.instructions import is_instruction
from auditor.load.lines import Line, is_prose
from auditor.load.orders import LEAST_COST, LONGEST_KEPT, MOST_LOOKED_AT, MOST_TOLD, orders
from auditor.load.pieces import text_of
from auditor.model.document import UnseenWords

_SPOKEN = frozenset({"content", "alt", "title", "aria-label", "placeholder", "value", "summary"})
"""Attributes that hold sentences, besides ``data-…``."""

_FURNITURE_TAGS = re.compile(
    "nav|aside|footer|header|menu|form|dialog|details|button|label|figure|figcaption"
)
_FURNITURE_ROLES = re.compile(
    "tabpanel|tab|dialog|alertdialog|menu|tooltip|alert|status|navigation|search|complementary"
    "|banner|region|note"
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:accordion|collaps|panel|tab|modal|popup|pop-up|popover|overlay|drop|menu|nav"
    r"|drawer|tooltip|cookie|consent|gdpr|newsletter|paywall|subscri|print|mobile|desktop|tablet"
    r"|share|social|comment|lightbox|gallery|slide|carousel|transcript|toggle|expand|read-?more"
    r"|more|faq|load|lazy|template|error|success|message|alert|caption|credit|fade|animat|reveal"
    r"|scroll|aos|sr-|visually|screen-?reader|a11y|skip|search|promo|advert|sponsor|banner"
    r"|breadcrumb|footer|sidebar|widget|related|login|account|survey|poll|video|player|audio)",
    re.I,
)
"""Beginnings of names that sites give to what is shown on a click, to some, or elsewhere."""

_POINTING = (
    "aria-controls",
    "aria-labelledby",
    "aria-describedby",
    "data-target",
    "data-bs-target",
)
"""Attributes by which one element names another that it shows or is told by."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A hidden element, how it is hidden, and the elements around it, innermost first."""

    element: Tag
    how: str
    around: tuple[Tag, ...]


def machine_words(soup: BeautifulSoup, no_text: Collection[str]) -> Iterator[UnseenWords]:
    """Yield orders to language models in comments, attributes, metadata and unseen elements."""
    return orders(_beside_the_text(soup, no_text))


def worth_telling(soup: BeautifulSoup, removed: Sequence[Removed]) -> Iterator[UnseenWords]:
    """Yield the words of removed elements that are orders, or prose that nothing can show.

    `soup` is the page without them.
    """
    shown = _squeezed(soup.get_text(" "))
    targets = frozenset(_targets(soup))
    told, room = 0, MOST_LOOKED_AT
    for one in removed:
        words = text_of(one.element)
        room -= max(len(words), LEAST_COST)
        if room < 0 or told == MOST_TOLD:
            return
        is_told = is_instruction(words) or (
            is_prose(Line(0, 0, words))
            and not _is_linked(one.element)
            and not _is_furniture(one, targets)
            and _squeezed(words) not in shown
        )
        if is_told:
            told += 1
            yield UnseenWords(words[:LONGEST_KEPT], one.how)


def _beside_the_text(soup: BeautifulSoup, no_text: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield strings of a page that are no text of it, with how they are hidden."""
    for node in soup.descendants:
        if isinstance(node, PreformattedString):
            yield str(node), "in a comment" if isinstance(node, Comment) else "in its markup"
        elif isinstance(node, Tag):
            if str(node.get("type", "")).lower() == "application/ld+json":
                yield from ((words, "in its metadata") for words in _strings(node.get_text()))
            elif node.name in no_text and node.name not in {"script", "style"}:
                yield node.get_text(" "), f"in <{node.name}>"
            for key, value in node.attrs.items():
                if key in _SPOKEN or key.startswith("data-"):
                    way = "in its metadata" if node.name == "meta" else f"in the attribute {key}"
                    yield str(value), way


def _strings(text: str) -> Iterator[str]:
    """Yield the strings of a JSON text; of one that is broken, the whole."""
    try:
        todo: list[object] = [json.loads(text[:MOST_LOOKED_AT])]
    except (ValueError, RecursionError):
        yield text
        return
    while todo:
        match todo.pop():
            case str() as words:
                yield words
            case dict() as things:
                todo.extend(things.values())
            case list() as things:
                todo.extend(things)


def _is_furniture(one: Removed, targets: Collection[str]) -> bool:
    """Tell whether a page hides an element for a while, or for some readers."""
    return any(
        _FURNITURE_TAGS.fullmatch(tag.name)
        or _FURNITURE_ROLES.fullmatch(str(tag.get("role", "")).lower())
        or (tag.get("id") and str(tag.get("id")) in targets)
        or _FURNITURE.search(_names(tag))
        for tag in (one.element, *one.around)
        if tag.name not in {"html", "body", "[document]"}
    )


def _names(tag: Tag) -> str:
    keys = " ".join(key for key in tag.attrs if key.startswith("data-"))
    return " ".join([*map(str, tag.get_attribute_list("class")), str(tag.get("id", "")), keys])


def _targets(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the ids of elements that others point to."""
    for tag in soup.find_all(True):
        for key in _POINTING:
            yield from str(tag.get(key, "")).replace("#", " ").split()
        href = str(tag.get("href", ""))
        if href.startswith("#"):
            yield href[1:]


def _is_linked(element: Tag) -> bool:
    linked = sum(len(link.get_text()) for link in element.find_all("a"))
    return element.name == "a" or 2 * linked > len(element.get_text())


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
