"""Removing from an HTML tree what a reader of the page does not see.

Hidden words are no news text: pages carry them for machines, and some to mislead machines. Those
that may be meant to are told (`auditor.load.unseen`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement, PreformattedString

from auditor.load.colors import (
    Color,
    are_alike,
    color_of,
    ground_of,
    has_ground,
    is_transparent,
    is_white,
)
from auditor.load.lines import Line, is_prose
from auditor.load.pieces import text_of
from auditor.load.unseen import Removed, machine_words, worth_telling
from auditor.model.document import UnseenWords

UNSEEN_TAGS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "select",
        "option",
        "datalist",
        "button",
        "input",
        "textarea",
        "map",
        "dialog",
    ]
)
_ENDS = r"(?=\s{0,9}(?:[;!}]|$))"
_ZERO = rf"0{{0,9}}(?:\.0{{1,9}})?(?:[a-z]{{1,3}}|%)?{_ENDS}"
_TINY = (
    rf"(?:[01](?:\.\d{{1,9}})?|\.\d{{1,9}})p[xt]{_ENDS}|0?\.0\d{{0,9}}(?:r?em)?{_ENDS}|[01]%{_ENDS}"
)
_FOLDED_STYLE = re.compile(
    r"(?:^|[;{\s])(?P<how>display\s{0,9}:\s{0,9}none"
    r"|(?:content-)?visibility\s{0,9}:\s{0,9}(?:hidden|collapse)"
    rf"|opacity\s{{0,9}}:\s{{0,9}}0?(?:\.0{{1,9}})?%?{_ENDS}"
    rf"|(?:max-)?(?:height|width)\s{{0,9}}:\s{{0,9}}(?:0|[01]px){_ENDS}"
    r"|(?:text-indent|left|top|right)\s{0,9}:\s{0,9}-(?:\d{4}|\d{3}em)"
    r"|clip(?:-path)?\s{0,9}:\s{0,9}(?:rect\(\s{0,9}[01]|inset\((?:50|100)%))",
    re.I,
)
"""How pages hide what a click, a screen reader or a script shows; and how words are hidden."""

_TINY_STYLE = re.compile(
    rf"(?:^|[;{{\s])(?P<how>font-size\s{{0,9}}:\s{{0,9}}(?:{_ZERO}|{_TINY}))", re.I
)
_UNSEEN_CLASSES = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only"}
)
"""Class names by which the large style libraries hide text from all but screen readers."""

_SIMPLE_RULE = re.compile(r"(?P<selectors>[^{}@]{1,500})\{(?P<style>[^{}]{0,2000})\}")
_SIMPLE_SELECTOR = re.compile(r"(?:(?:[a-z]\w{0,9})?(?P<mark>[.#]))?(?P<name>[\w-]{1,80})", re.I)
LONGEST_SHOWN = 60
"""Characters shown of the declaration that hides an element."""

LONGEST_RULES = 2_000
"""Characters kept of what style sheets say of one name."""

_NESTED_RULE = re.compile(
    r"@[^{};]{0,200}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,200}[^{}]{0,2000}\}"
)


PICTURE = (9.0, 9.0, 9.0)
"""A ground that is like no colour."""


@dataclass(frozen=True, slots=True)
class _Looks:
    """What the page's own styles say.

    Attributes:
        named: of a class (``.x``), an id (``#x``), a tag.
        grounds: the colour behind an element by its identity, once it was asked for; None where
            nothing is said of it, `PICTURE` where it is no colour.
        prose: likewise whether an element holds prose that can be seen.
    """

    named: Mapping[str, str]
    grounds: dict[int, Color | None] = field(default_factory=dict)
    prose: dict[int, bool] = field(default_factory=dict)

    def ground(self, element: Tag) -> Color | None:
        """Return the colour behind an element."""
        above: list[Tag] = []
        for tag in chain((element,), element.parents):
            if id(tag) in self.grounds:
                break
            above.append(tag)
            if has_ground(style := self.style(tag)):
                self.grounds[id(tag)] = ground_of(style) or PICTURE
                break
        found = self.grounds.get(id(tag))
        self.grounds.update((id(one), found) for one in above)
        return found

    def style(self, element: Tag, *, with_tag: bool = True) -> str:
        """Return the style of an element, its own before that of the page."""
        own = [str(element.get("style", ""))]
        own += [
            f"{name}:{element.get(key)}"
            for key, name in (("color", "color"), ("bgcolor", "background"))
            if element.has_attr(key)
        ]
        names = [f"#{element.get('id', '')}"]
        names += [f".{name}" for name in element.get_attribute_list("class")]
        names += [element.name] if with_tag else []
        return ";".join(filter(None, (*own, *(self.named.get(name, "") for name in names))))


def remove_hidden(soup: BeautifulSoup) -> tuple[UnseenWords, ...]:
    """Remove comments, scripts, and elements hidden by attribute, style or a simple CSS rule.

    Of style sheets inside the page, rules for one class or id count; others, and those for some
    screens only, do not, so an element hidden by them stays.

    Returns:
        what of it an editor should know of, in the order of the page.
    """
    page = _Looks(_named_styles(soup))
    told = list(machine_words(soup, UNSEEN_TAGS))
    for text in soup.find_all(string=lambda node: isinstance(node, PreformattedString)):
        text.extract()
    for element in [node for node in soup.find_all() if _is_no_text(node)]:
        element.extract()
    hidden = [(node, how) for node in soup.find_all() if (how := _how(node, page))]
    removed = tuple(_outermost(hidden))
    for one in removed:
        one.element.extract()
    return (*told, *worth_telling(soup, removed))


def _is_no_text(element: Tag) -> bool:
    return element.name in UNSEEN_TAGS


def _outermost(hidden: Sequence[tuple[Tag, str]]) -> Iterator[Removed]:
    """Yield the hidden elements that stand in no other, with what stands around them."""
    known = {id(element) for element, _ in hidden}
    for element, how in hidden:
        around = tuple(element.parents)
        if not any(id(tag) in known for tag in around):
            yield Removed(element, how, around)


def _how(element: Tag, page: _Looks) -> str:
    """Return how an element is hidden, as a message tells it; "" where it is not."""
    if element.has_attr("hidden"):
        return "by the attribute hidden"
    if str(element.get("aria-hidden", "")).lower() == "true":
        return "by the attribute aria-hidden"
    if not _UNSEEN_CLASSES.isdisjoint(element.get_attribute_list("class")):
        return "from all but screen readers"
    style = page.style(element, with_tag=False)
    for form in (_TINY_STYLE, _FOLDED_STYLE):
        if match := form.search(style):
            return f"by its style ({_declaration(style, match.start('how'))})"
    if is_transparent(style):
        return "by transparent letters"
    return "by the colour of the ground" if _is_faint(element, page) else ""


def _declaration(style: str, start: int) -> str:
    """Return the declaration of a style that begins at `start`, on one line."""
    return " ".join(re.split("[;}!]", style[start : start + LONGEST_SHOWN])[0].split())


def _is_faint(element: Tag, page: _Looks) -> bool:
    """Tell whether letters have the colour of their ground.

    Where the page tells no ground it is white, but for letters that stand alone in their element:
    an outer style sheet may have put them on a picture.
    """
    color = color_of(page.style(element))
    if color is None:
        return False
    ground = page.ground(element)
    if ground is not None:
        return are_alike(color, ground)
    return is_white(color) and _stands_among_others(element, page)


def _stands_among_others(element: Tag, page: _Looks) -> bool:
    """Tell whether prose in another colour stands beside an element, on the same ground."""
    parent = element.parent
    while parent and not parent.attrs and _holds_alone(parent, element):
        element, parent = parent, parent.parent
    if parent is None:
        return False
    if id(parent) not in page.prose:
        page.prose[id(parent)] = any(_is_dark_prose(child, page) for child in parent.children)
    return page.prose[id(parent)]


def _holds_alone(parent: Tag, element: Tag) -> bool:
    """Tell whether an element is all that another holds."""
    others = (child for child in parent.children if child is not element)
    return all(not isinstance(child, Tag) and not str(child).strip() for child in others)


def _is_dark_prose(node: PageElement, page: _Looks) -> bool:
    color = color_of(page.style(node)) if isinstance(node, Tag) else None
    words = text_of(node) if isinstance(node, Tag) else str(node)
    return is_prose(Line(0, 0, words.strip())) and not (color and is_white(color))


def _named_styles(soup: BeautifulSoup) -> dict[str, str]:
    """Return what the page's own style sheets say of a class (``.x``), an id (``#x``), a tag."""
    styles: dict[str, str] = {}
    for sheet in soup.find_all("style"):
        rules = re.sub(r"/\*.{0,2000}?\*/", " ", sheet.get_text(), flags=re.DOTALL)
        for rule in _SIMPLE_RULE.finditer(_NESTED_RULE.sub(" ", rules)):
            for selector in rule["selectors"].split(","):
                if match := _SIMPLE_SELECTOR.fullmatch(selector.strip()):
                    name = (match["mark"] or "") + match["name"]
                    styles[name] = f"{styles.get(name, '')};{rule['style']}"[-LONGEST_RULES:]
    return styles
