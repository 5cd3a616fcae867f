"""Removing from an HTML tree what a reader of the page does not see.

Hidden words are no news text: pages carry them for machines, and some to mislead machines.
"""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

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
_UNSEEN_STYLE = re.compile(
    r"(?:^|[;{\s])(?:display\s{0,9}:\s{0,9}none"
    r"|(?:content-)?visibility\s{0,9}:\s{0,9}(?:hidden|collapse)"
    rf"|opacity\s{{0,9}}:\s{{0,9}}0?(?:\.0{{1,9}})?%?{_ENDS}"
    rf"|font-size\s{{0,9}}:\s{{0,9}}0?(?:\.0{{1,9}})?(?:[a-z]{{1,3}}|%)?{_ENDS}"
    rf"|(?:max-)?(?:height|width)\s{{0,9}}:\s{{0,9}}(?:0|[01]px){_ENDS}"
    r"|(?:text-indent|left|top|right)\s{0,9}:\s{0,9}-(?:\d{4}|\d{3}em)"
    r"|clip(?:-path)?\s{0,9}:\s{0,9}(?:rect\(\s{0,9}[01]|inset\((?:50|100)%)"
    r"|color\s{0,9}:\s{0,9}transparent)",
    re.I,
)
_UNSEEN_CLASSES = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only"}
)
"""Class names by which the large style libraries hide text from all but screen readers."""

_SIMPLE_RULE = re.compile(r"(?P<selectors>[^{}@]{1,500})\{(?P<style>[^{}]{0,2000})\}")
_SIMPLE_SELECTOR = re.compile(r"(?:[a-z]\w{0,9})?(?P<mark>[.#])(?P<name>[\w-]{1,80})", re.I)
_NESTED_RULE = re.compile(
    r"@[^{};]{0,200}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,200}[^{}]{0,2000}\}"
)


def remove_hidden(soup: BeautifulSoup) -> None:
    """Remove comments, scripts, and elements hidden by attribute, style or a simple CSS rule.

    Of style sheets inside the page, rules for one class or id count; others, and those for some
    screens only, do not, so an element hidden by them stays.
    """
    names = frozenset(_hidden_names(soup))
    for text in soup.find_all(string=lambda node: isinstance(node, PreformattedString)):
        text.extract()
    for element in [node for node in soup.find_all() if _is_unseen(node, names)]:
        element.extract()


def _is_unseen(element: Tag, names: frozenset[str]) -> bool:
    if element.name in UNSEEN_TAGS or element.has_attr("hidden"):
        return True
    if str(element.get("aria-hidden", "")).lower() == "true":
        return True
    if _UNSEEN_STYLE.search(str(element.get("style", ""))):
        return True
    classes = set(element.get_attribute_list("class"))
    named = {f".{name}" for name in classes} | {f"#{element.get('id', '')}"}
    return not classes.isdisjoint(_UNSEEN_CLASSES) or not named.isdisjoint(names)


def _hidden_names(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the classes (``.x``) and ids (``#x``) that the page's own style sheets hide."""
    for sheet in soup.find_all("style"):
        rules = re.sub(r"/\*.{0,2000}?\*/", " ", sheet.get_text(), flags=re.DOTALL)
        for rule in _SIMPLE_RULE.finditer(_NESTED_RULE.sub(" ", rules)):
            if not _UNSEEN_STYLE.search(rule["style"]):
                continue
            for selector in rule["selectors"].split(","):
                if match := _SIMPLE_SELECTOR.fullmatch(selector.strip()):
                    yield match["mark"] + match["name"]
