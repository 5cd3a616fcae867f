"""Texts of every shape that a stage might be slow on, at any size."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, cycle

ORDINARY = (
    "ORBURY, 4 May 2021 — The mayor of Orbury, Ann Lee, said on Tuesday that 12 people were hurt "
    "when a train left the rails near Halden. “We are doing all we can,” she told reporters. "
    "The line will stay closed until Friday, and 300 passengers were taken home by bus.\n"
)
"""What the other side holds where a shape is on one side alone."""

_FIRST = [
    "Anna",
    "Boris",
    "Clara",
    "Derek",
    "Elena",
    "Farid",
    "Greta",
    "Henry",
    "Irina",
    "James",
    "Karin",
    "Louis",
    "Maria",
    "Nadia",
]
_LAST = [
    "Moore",
    "Keller",
    "Santos",
    "Okafor",
    "Novak",
    "Lindt",
    "Petrov",
    "Haddad",
    "Brandt",
    "Castro",
    "Nguyen",
    "Osman",
]
_TOWNS = [
    "Berlin",
    "Lagos",
    "Quito",
    "Oslo",
    "Lima",
    "Accra",
    "Hanoi",
    "Turin",
    "Porto",
    "Perth",
    "Leeds",
    "Minsk",
    "Kyoto",
]
_DOES = [
    "opened",
    "closed",
    "visited",
    "praised",
    "joined",
    "left",
    "sold",
    "bought",
    "built",
    "repaired",
]
_WHAT = [
    "bridge",
    "school",
    "factory",
    "library",
    "museum",
    "harbour",
    "station",
    "hospital",
    "market",
    "stadium",
]


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: `make` yields its parts, which are joined up to a size.

    Attributes:
        before, after: what stands once around the parts.
        suffix: of the file.
    """

    make: Callable[[], Iterator[str]]
    before: str = ""
    after: str = ""
    suffix: str = ".txt"

    def text(self, size: int) -> str:
        """Return the shape with about `size` bytes in UTF-8."""
        room = size - len((self.before + self.after).encode())
        parts = []
        for part in self.make():
            room -= len(part.encode())
            if room < 0:
                break
            parts.append(part)
        return self.before + "".join(parts) + self.after


def _again(*parts: str, **around: str) -> Shape:
    """Return the shape that repeats its parts."""
    return Shape(lambda: cycle(parts), **around)


def _counted(form: str, **around: str) -> Shape:
    """Return the shape whose part has its own number, name and word each time."""
    return Shape(lambda: (form.format(**_words(n)) for n in count()), **around)


def _words(n: int) -> Mapping[str, str | int]:
    return {
        "n": n,
        "first": _FIRST[n % len(_FIRST)],
        "last": _LAST[n // len(_FIRST) % len(_LAST)],
        "new": _FIRST[n % len(_FIRST)] + _syllables(n),
        "town": _TOWNS[n * 5 % len(_TOWNS)],
        "does": _DOES[n * 7 % len(_DOES)],
        "what": _WHAT[n * 3 % len(_WHAT)],
        "day": n % 28 + 1,
        "year": 1950 + n % 70,
    }


def _syllables(n: int) -> str:
    """Return a word for a number that no other number has."""
    digits = []
    while n:
        n, digit = divmod(n, 10)
        digits.append(("ba", "ke", "di", "fo", "gu", "la", "me", "ni", "ro", "su")[digit])
    return "".join(digits)


_PAGE = {"before": "<html><body><article><h1>News of the day</h1>", "suffix": ".html"}
_END = "</article></body></html>"

SHAPES: Mapping[str, Shape] = {
    # ordinary texts
    "prose": _counted(
        "{first} {last} {does} a {what} in {town} on {day} May {year}, and {n} people came. "
        "“The {what} is {n} years old,” {last} said.\n\n"
    ),
    "prose in one paragraph": _counted("{first} {last} {does} the {what} of {town} in {year}. "),
    # one endless sentence
    "one name and and": _again("Anna and "),
    "names and and": _counted("{new} {last} and "),
    "names and commas": _counted("{new} {last}, "),
    "numbers and and": _counted("{n} people and "),
    "dates and and": _counted("{day} May {year} and "),
    "relative clauses": _counted("the {what} that {first} {does} and "),
    "possessives": _counted("{new}’s "),
    "prepositions": _counted("of the {what} in {town} "),
    "quotes and said": _again("“a” said "),
    "different quotes and said": _counted("“we {does} the {what} {n}” said {new} "),
    "lower-case words": _again("word and other "),
    # marks
    "opening quotes": _again("“a "),
    "straight quotes": _again('"', before="Ann left. "),
    "nested quotes": _again("“‘", before="Ann left. "),
    "single quotes": _again("'a "),
    "brackets": _again("(", before="Ann left. "),
    "brackets in pairs": _again("()", before="Ann left. "),
    "full stops": _again("a. "),
    "hyphens": _again("a-"),
    "ellipses": _again("… ", before="Ann left. "),
    "apostrophes": _again("s' "),
    # many of a kind
    "names in sentences": _counted("{new} {last} left. "),
    "numbers in sentences": _counted("It had {n} rooms. "),
    "dates in sentences": _counted("It rained on {day} May {year}. "),
    "quotes in paragraphs": _counted("“We {does} the {what} {n},” said {new} {last}.\n\n"),
    "ages": _counted("{new} {last}, {day}, died. "),
    "deaths": _counted("{day} people died in {town}. "),
    "roles": _counted("Mayor {new} {does} President {last}. "),
    "lines of one word": _counted("{what}\n"),
    "lines of one letter": _again("a\n"),
    "lines of digits": _counted("{n}\n"),
    "digits": _again("1 "),
    "bullets": _counted("- {first} {does} {n} times in {town}\n"),
    "rows": _counted("{year} | {new} | {n}\n"),
    "the same paragraph": _again(ORDINARY.replace("\n", "\n\n")),
    "the same short line": _again("Ann Lee said so.\n\n"),
    "capitals": _again("ANN LEE OPENED A BRIDGE IN OSLO. ", "BOB RAY LEFT HALDEN ON FRIDAY. "),
    "addresses": _counted("See www.{new}.com or https://{new}.org/{n}. "),
    # characters
    "one word": _again("a"),
    "one number": _again("7"),
    "one number with commas": _again("777,"),
    "spaces": _again(" ", before="Ann left.", after="Bob came."),
    "newlines": _again("\n", before="Ann left.", after="Bob came."),
    "tabs": _again("\t", before="Ann left.", after="Bob came."),
    "combining marks": _again("\u0301", before="Ann left a"),
    "emoji": _again("\U0001f600", before="Ann left. "),
    "emoji and words": _again("\U0001f600 Ann "),
    "right to left": _again("שלום ", "مرحبا "),
    "direction marks": _again("\u202ea\u202c "),
    "zero width": _again("a\u200b"),
    "Chinese": _again("新闻报道"),
    # Markdown
    "md quotes": _again(">", after=" Ann left.", suffix=".md"),
    "md stars": _again("*", after=" Ann left.", suffix=".md"),
    "md stars and words": _again("**a ", suffix=".md"),
    "md brackets": _again("[", after=" Ann left.", suffix=".md"),
    "md links": _again("[a](", suffix=".md"),
    "md backticks": _again("`a", suffix=".md"),
    "md nested list": Shape(
        lambda: (" " * (2 * n) + "- a\n" for n in count()), before="Ann left.\n\n", suffix=".md"
    ),
    "md table": _again("| a ", before="Ann left.\n\n", after="|\n|---|\n", suffix=".md"),
    "md rows": _again("| a | b |\n", before="| a | b |\n|---|---|\n", suffix=".md"),
    "md references": _counted("[a{n}]: http://x.y/{n}\n", before="Ann left.\n\n", suffix=".md"),
    # HTML
    "html paragraphs": _counted("<p>{first} {last} {does} a {what}.</p>", after=_END, **_PAGE),
    "html nesting": _again("<div>", after="<p>Ann left.</p>", **_PAGE),
    "html inline nesting": _again("<b>", after="Ann left.", **_PAGE),
    "html attributes": _counted(
        "a{n}=1 ", before="<html><body><p>Ann left.</p><p ", after=">Bob came.</p>", suffix=".html"
    ),
    "html one attribute": _again(
        "a ",
        before='<html><body><p>Ann left.</p><p class="',
        after='">Bob came.</p>',
        suffix=".html",
    ),
    "html style": _again(
        "a:b;", before='<html><body><p>Ann left.</p><p style="', after='">Bob.</p>', suffix=".html"
    ),
    "html empty tags": _again("<i></i>", after="<p>Ann left.</p>" + _END, **_PAGE),
    "html breaks": _again("Ann<br>", after=_END, **_PAGE),
    "html unclosed tags": _again("<p", after=">Ann left." + _END, **_PAGE),
    "html unclosed paragraphs": _again("<p>Ann", after=_END, **_PAGE),
    "html less-than": _again("<", after="<p>Ann left.</p>" + _END, **_PAGE),
    "html comments": _again("<!-- a -->", after="<p>Ann left.</p>" + _END, **_PAGE),
    "html unclosed comments": _again("<!--", after="<p>Ann left.</p>" + _END, **_PAGE),
    "html entities": _again("&amp;", after=_END, **_PAGE),
    "html entities without end": _again("&am", after=_END, **_PAGE),
    "html table": _again(
        "<tr><td>Ann<td>1", after=_END, before=_PAGE["before"] + "<table>", suffix=".html"
    ),
    "html cells": _again(
        "<td>Ann", after=_END, before=_PAGE["before"] + "<table><tr>", suffix=".html"
    ),
    "html list": _again(
        "<li>Ann left", after=_END, before=_PAGE["before"] + "<ul>", suffix=".html"
    ),
    "html headings": _counted("<h1>{new}</h1>", after=_END, **_PAGE),
    "html links": _counted("<a href=/{n}>{new}</a> ", after=_END, **_PAGE),
    "html scripts": _again(
        '<script type="application/ld+json">{}</script>', after="<p>Ann.</p>", **_PAGE
    ),
    "html json": _again(
        "[",
        before='<html><body><script type="application/ld+json">',
        after="</script><p>Ann left.</p>",
        suffix=".html",
    ),
    "html metas": _again(
        '<meta name="date" content="2021-05-04">',
        before="<html><head>",
        after="<body><p>Ann left.</p>",
        suffix=".html",
    ),
    "html times": _again('<time datetime="2021-05-04">4 May</time> ', after=_END, **_PAGE),
}
"""Every shape by its name."""
