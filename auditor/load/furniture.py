"""What a page's markup says of a part of it: caption, signature, or the site's own furniture.

Sites name their elements for style sheets and scripts. Names differ, but few words recur in them,
at their beginning or end: ``jp-relatedposts``, ``comments-area``, ``Page-byline``.
"""

import re
from enum import StrEnum
from itertools import chain, islice

from bs4 import Tag


class PagePart(StrEnum):
    """What a piece of a page is.

    A signature tells who wrote the story and when; furniture is about other stories or the site.
    """

    STORY = "story"
    CAPTION = "caption"
    SIGNATURE = "signature"
    FURNITURE = "furniture"


LARGEST_FURNITURE = 0.3
"""Share of the page's text up to which an element named like furniture is such. A guess."""

LONGEST_SIGNATURE = 25
"""Words up to which an element named like a signature is one. A guess."""

LONGEST_CAPTION = 60
"""Words up to which what stands in one element with a picture is its caption. A guess."""

LONGEST_WORD = 50
"""Characters of a word, with the space behind it, where words are counted in a long text."""

LINKED_TEASER = 0.3
"""Share of link text from which an element named like a teaser is no standfirst. A guess."""

_FURNITURE_TAGS = frozenset({"nav", "aside", "footer", "menu"})
_FURNITURE_ROLES = frozenset(
    {"navigation", "complementary", "contentinfo", "search", "banner", "dialog"}
)
_PICTURES = ["img", "picture", "amp-img"]
_PICTURED = frozenset({"div", "td", "figure", "center", "section", "span"})
_NAMING = (
    "class",
    "id",
    "itemprop",
    "aria-label",
    "data-component",
    "data-component-name",
    "data-gu-name",
    "data-qa",
    "data-spacefinder-type",
    "data-testid",
)
"""Attributes in which sites name their elements."""

_INLINE_NAMED = frozenset({"em", "i", "small", "span"})
_SLUGGED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p"})
"""Elements whose ids are made of their own words."""

_WRAPPING = re.compile(
    r"-(?:area|block|body|box|card|component|container|element|group|inner|item|items|list|module"
    r"|section|widget|wrap|wrapper)$"
)
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")


def _named(words: str) -> re.Pattern[str]:
    """Return what finds names that begin or end with one of some words."""
    return re.compile(rf"^(?:{words})(?:-|$)|-(?:{words})$")


_CAPTION = _named(
    r"(?:wp-)?caption|cap|cutline|(?:photo|image|picture|media|img)-(?:caption|credit|info|source)"
    r"|credit"
)
_SIGNATURE = _named(
    r"by-?lines?|authors?|contributors?|writers?|(?:article|block|blog|entry|post|story)-(?:date|info"
    r"|meta|time)|meta|date|posted-on|pub-?date|submitted|time-?stamp|(?:reading|estimated)-time"
)
_FURNITURE = _named(
    r"about-(?:the-)?author|ad|ads|ad-?slot|advert|advertisement|advertising|also-(?:in|read)"
    r"|author-(?:bio|box|card|description|profile)|bio|bookmark|breadcrumbs?|comments?|consent"
    r"|cookies?|discussion|disqus|feedback|inline-(?:article|asset|related)|interstitial-link"
    r"|key-events|keywords|(?:latest|more|top)-?(?:articles|from|news|on|posts|stories)"
    r"|most-?(?:popular|read|recent|shared|viewed)|nav|navbar|navigation|newsletters?|onwards?"
    r"|outbrain|pagination|pager|paywall|privacy|promo|pull-?quote|read-?(?:also|more|next|on)"
    r"|recommendations?|recommended|related(?:-?\w+)?|respond|rich-?link|see-also|share|shares"
    r"|sharedaddy|sharing|side-?bar|sign-?up|social|sponsored|subscribe|subscription|taboola|tags"
    r"|tag-(?:links|list)|ticker|toolbar|topics?|trending"
)
_TEASER = _named(r"card|explore|featured|latest|popular|teaser")


def part(tag: Tag, share: float) -> PagePart:
    """Return what an element is by itself, whatever it stands in.

    Args:
        tag: an element of the page.
        share: of the page's text that it holds.
    """
    if tag.name in _FURNITURE_TAGS:
        return PagePart.STORY if tag.find_parent("blockquote") else PagePart.FURNITURE
    if str(tag.get("role", "")).lower() in _FURNITURE_ROLES:
        return PagePart.FURNITURE
    if tag.name == "figcaption":
        return PagePart.CAPTION
    return _by_name(tag) if share <= LARGEST_FURNITURE else PagePart.STORY


def _by_name(tag: Tag) -> PagePart:
    names = names_of(tag)
    if any(map(_FURNITURE.search, names)):
        return PagePart.FURNITURE
    if any(map(_CAPTION.search, names)) and has_at_most(tag, LONGEST_CAPTION):
        return PagePart.CAPTION
    if any(map(_SIGNATURE.search, names)) and has_at_most(tag, LONGEST_SIGNATURE):
        return PagePart.SIGNATURE
    if any(map(_TEASER.search, names)) and _linked(tag) >= LINKED_TEASER:
        return PagePart.FURNITURE
    is_caption = _is_picture(tag) and has_at_most(tag, LONGEST_CAPTION)
    return PagePart.CAPTION if is_caption else PagePart.STORY


def is_inline_caption(tag: Tag) -> bool:
    """Tell whether an element of the running line is named a caption: it is no part of the line."""
    named = tag.name in _INLINE_NAMED and (tag.has_attr("class") or tag.has_attr("itemprop"))
    return named and any(map(_CAPTION.search, names_of(tag)))


def has_at_most(tag: Tag, words: int) -> bool:
    """Tell whether an element holds no more words; of a long one only the first are looked at."""
    said = chain.from_iterable(text[: LONGEST_WORD * (words + 1)].split() for text in tag.strings)
    return next(islice(said, words, None), None) is None


def names_of(tag: Tag) -> tuple[str, ...]:
    """Return the names of an element, lower case, words parted by hyphens, wrapping words off."""
    naming = (name for name in _NAMING if not (name == "id" and tag.name in _SLUGGED))
    given = (str(value) for name in naming for value in tag.get_attribute_list(name) if value)
    return tuple(map(_bare, given))


def _bare(name: str) -> str:
    folded = re.sub(r"[^a-z\d]+", "-", _CAMEL.sub("-", name[:100]).lower()).strip("-")
    while (shorter := _WRAPPING.sub("", folded)) != folded:
        folded = shorter
    return folded


def _linked(tag: Tag) -> float:
    """Return the share of an element's text that is link text."""
    whole = len(tag.get_text(strip=True))
    return sum(len(link.get_text(strip=True)) for link in tag.find_all("a")) / max(1, whole)


def _is_picture(tag: Tag) -> bool:
    """Tell whether an element holds a picture and, beside it, neither heading nor paragraphs."""
    if tag.name not in _PICTURED or tag.find(_PICTURES) is None:
        return False
    return tag.find(["h1", "h2", "h3", "h4", "h5", "h6", "p", "article"]) is None
