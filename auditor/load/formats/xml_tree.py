"""XML of strangers: no entity is made, nothing else is opened, depth and size are the parser's."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, cast

from lxml import etree

from auditor.load.formats.content import Refused


class Element(Protocol):
    """What is asked of an element of a tree.

    Attributes:
        tag: its name with its namespace; no text where it is no element.
        text: before its first child, None for none.
        tail: behind it, None for none.
    """

    tag: object
    text: str | None
    tail: str | None
    attrib: Mapping[str, str]

    def __iter__(self) -> Iterator["Element"]:
        """Return its children."""

    def iter(self) -> Iterator["Element"]:
        """Return it and all below it, in text order."""

    def iterancestors(self) -> Iterator["Element"]:
        """Return those around it, the innermost first."""

    def itertext(self) -> Iterator[str]:
        """Return the texts in it."""


def root_of(data: bytes, what: str = "") -> Element:
    """Return the root of an XML text.

    Args:
        data: the text, in the encoding that it declares.
        what: the part of a file that it is, for messages; "" for the whole.

    Raises:
        Refused: if it is no XML, or declares entities.
    """
    where = f" in its {what}" if what else ""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refused(f"is damaged: no XML{where} ({error.msg})") from error
    inner = root.getroottree().docinfo.internalDTD
    if inner is not None and any(True for _ in inner.iterentities()):
        raise Refused(f"declares entities{where}, which no news does; save its text")
    return cast(Element, root)


def local(element: Element) -> str:
    """Return the name of an element without its namespace, "" of what is none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def named(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements below one that have one of these names, whatever their namespace."""
    return (inner for inner in element.iter() if local(inner) in names)


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without namespace, "" where the element has none."""
    return next(
        (
            str(value)
            for key, value in element.attrib.items()
            if str(key).rpartition("}")[2] == name
        ),
        "",
    )


def one_line(element: Element) -> str:
    """Return the words of an element on one line."""
    return " ".join("".join(element.itertext()).split())
