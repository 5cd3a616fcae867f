"""Who wrote a document, by its metadata, its markup and its lines."""

from pathlib import Path

import pytest

from auditor.load import load_article
from auditor.load.byline import writers
from auditor.load.html import read_html

PROSE = "The bridge in Selby closed on Wednesday after divers found cracks in two pillars."
STORY = f"<article><h1>Harbour bridge closes</h1>{{}}<p>{PROSE}</p><p>{PROSE}</p></article>"


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("By Nora Quist", ["Nora Quist"]),
        ("by: NORA QUIST and Omar Lind", ["Nora Quist", "Omar Lind"]),
        (
            "By Nora Quist, Omar Lind and J. P. de Witt",
            ["Nora Quist", "Omar Lind", "J. P. de Witt"],
        ),
        ("By Nora Quist, Courier staff writer", ["Nora Quist"]),
        ("By Nora Quist, Selby", ["Nora Quist"]),
        ("By Nora Quist in Selby", ["Nora Quist"]),
        ("Words by Nora Quist | photographs by Omar Lind", ["Nora Quist"]),
        ("Nora Quist nq@courier.example", ["Nora Quist"]),
        ("Nora Quist (now) and Omar Lind (earlier)", ["Nora Quist", "Omar Lind"]),
        ("Written by Anna O'Hara", ["Anna O'Hara"]),
        ("by Wilf", ["Wilf"]),
        # none
        ("By our staff reporter", []),
        ("By the sea, where it was cold", []),
        ("By 2031 it will be gone", []),
        ("Courier Newsroom", []),
        ("", []),
    ],
)
def test_a_byline_gives_the_names_of_writers_alone(said: str, names: list[str]) -> None:
    assert list(writers(said)) == names


def ld(author: str, more: str = "") -> str:
    return (
        f'<script type="application/ld+json">{{"@type":"Article","author":{author}{more}}}</script>'
    )


@pytest.mark.parametrize(
    ("head", "body", "names"),
    [
        (ld('{"name": "Nora Quist"}'), "", ["Nora Quist"]),
        (ld('["Nora Quist", {"name": "Omar Lind"}]'), "", ["Nora Quist", "Omar Lind"]),
        (ld('{"name": ["Nora Quist", "Omar Lind"]}'), "", ["Nora Quist", "Omar Lind"]),
        (
            (
                '<script type="application/ld+json">{"@graph":[{"@type":"Article","author":'
                '{"@id":"#n"}},{"@type":"Person","@id":"#n","name":"Nora Quist"}]}</script>'
            ),
            "",
            ["Nora Quist"],
        ),
        ("<meta name=author content='Nora Quist'>", "", ["Nora Quist"]),
        (
            "",
            "<span itemprop=author><b itemprop=name>Nora Quist</b>, editor</span>",
            ["Nora Quist"],
        ),
        ("", "<a rel='author nofollow' href=/x>Nora Quist</a>", ["Nora Quist"]),
        ("", "<div class=Page-byline>By NORA QUIST</div>", ["Nora Quist"]),
        ("", "<div><a href=/people/nora>Nora Quist</a></div>", ["Nora Quist"]),
        ("", "<p>By Nora Quist<br>May 14, 2031</p>", ["Nora Quist"]),
        (
            (
                "<meta property=og:site_name content='The Courier'>"
                + ld('{"name":"The Courier"}', ',"publisher":{"name":"The Courier"}')
            ),
            "<div class=byline>By Nora Quist, The Courier</div>",
            ["Nora Quist"],
        ),
        # none
        ("<meta property=article:author content=https://x.example/nora>", "", []),
        ("", "<div class=comment-author>Old Salt</div>", []),
        ("", "<figcaption><span class=author>Omar Lind</span></figcaption>", []),
        ("", "<p>By Tuesday the water had gone, the port authority of Selby said.</p>", []),
        ('<script type=\'application/ld+json\'>{"@type":"Article","author":[[]]}</script>', "", []),
    ],
)
def test_a_page_tells_its_writers(head: str, body: str, names: list[str]) -> None:
    assert list(read_html(f"<head>{head}</head>{STORY.format(body)}").byline) == names


@pytest.mark.parametrize(
    ("name", "text", "names"),
    [
        ("a.txt", f"Bridge closes\nBy Nora Quist\n\n{PROSE}\n", ["Nora Quist"]),
        ("a.md", f"# Bridge closes\n\n*By Nora Quist*\n\n{PROSE}\n", ["Nora Quist"]),
        ("a.md", f"---\nauthor: Nora Quist\n---\n{PROSE}\n", ["Nora Quist"]),
        (
            "a.md",
            f"---\nauthors: [Nora Quist, 'Omar Lind']\n---\n{PROSE}\n",
            ["Nora Quist", "Omar Lind"],
        ),
        ("a.txt", f"Bridge closes\n\n{PROSE}\n{PROSE}\nBy Nora Quist\n", []),
    ],
)
def test_a_text_tells_its_writers(tmp_path: Path, name: str, text: str, names: list[str]) -> None:
    path = tmp_path / name
    path.write_text(text)
    assert list(load_article(path).byline) == names
