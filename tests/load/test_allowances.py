"""Comments that let findings stand: which paragraph each speaks of, and what stays to be read."""

import pytest

from auditor.load.document import document
from auditor.load.source import Source, SourceFormat
from auditor.model.document import Document
from auditor.model.words import SentenceKind


def loaded(text: str, format_: SourceFormat) -> Document:
    return document("article", Source("story", text.encode(), format_))


def said(read: Document) -> list[tuple[str, str, str]]:
    """Return rule, reason and paragraph of each comment."""
    return [(a.rule, a.reason, read.text[a.start : a.end]) for a in read.allowances]


COMMENT = "<!-- audit: allow date-conflict our own reporter -->"
OWN = ("date-conflict", "our own reporter")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        (f"{COMMENT}\nIt closed.\nFor good.\n\nIt rained.", [(*OWN, "It closed.\nFor good.")]),
        (f"{COMMENT}\n\n\nIt closed.\n\nIt rained.", [(*OWN, "It closed.")]),
        (f"It closed. {COMMENT}\n\nIt rained.", [(*OWN, "It closed.")]),
        (f"It closed. {COMMENT} It rained.", [(*OWN, f"It closed. {COMMENT} It rained.")]),
        (f"{COMMENT} It closed.\n\nIt rained.", [(*OWN, "It closed.")]),
        (f"It closed.\n{COMMENT}\nIt rained.", [(*OWN, "It rained.")]),
        (f"It closed.\n\n{COMMENT}\n", [(*OWN, "")]),
        (f"{COMMENT}\n# Bridge\n\nIt closed.", [(*OWN, "Bridge")]),
        (f"- It closed. {COMMENT}\n- It rained.", [(*OWN, "It closed.")]),
        ("<!--audit:allow a-b why\n  not -->\nIt closed.", [("a-b", "why not", "It closed.")]),
        ("<!-- audit: allow a-b -->\nIt closed.", [("a-b", "", "It closed.")]),
        ("<!-- audit: allow -->\nIt closed.", [("", "", "It closed.")]),
        (f"{COMMENT}\n<!-- audit: allow b c -->\nA.", [(*OWN, "A."), ("b", "c", "A.")]),
        ("<!-- allow a-b why -->\nIt closed.", []),
        ("<!-- audit: allowed a-b why -->\nIt closed.", []),
        ("<!-- audit: allow a-b why\n\nIt closed.", []),
    ],
)
def test_a_comment_speaks_of_its_own_paragraph_or_the_next(text, allowed):
    assert said(loaded(text, SourceFormat.MARKDOWN)) == allowed


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"It closed. {COMMENT} It rained.", ["It closed.", "It rained."]),
        (f"{COMMENT} It closed.", ["It closed."]),
        (f"{COMMENT}\nIt closed.", ["It closed."]),
        (f"It closed. {COMMENT}", ["It closed."]),
    ],
)
def test_a_comment_is_no_text_and_hides_none(text, read):
    made = loaded(text, SourceFormat.MARKDOWN)
    blocks = [(block.kind, made.text[block.start : block.end]) for block in made.blocks]
    assert [words for kind, words in blocks if kind is SentenceKind.PROSE] == read
    assert [words for kind, words in blocks if kind is SentenceKind.BOILERPLATE] == [COMMENT]


def test_a_day_in_a_comment_is_not_the_day_of_the_article():
    text = "# Bridge closes\n\n<!-- audit: allow a-b seen on May 14, 2031 -->\n\nIt closed."
    assert loaded(text, SourceFormat.MARKDOWN).published is None


@pytest.mark.parametrize(
    ("body", "allowed"),
    [
        (f"{COMMENT}<p>It closed.</p><p>It rained.</p>", [(*OWN, "It closed.")]),
        (f"<p>It closed. {COMMENT}</p><p>It rained.</p>", [(*OWN, "It closed.")]),
        (f"<p>It {COMMENT}closed.</p><p>It rained.</p>", [(*OWN, "It closed.")]),
        (f"<p>It <b>{COMMENT}closed.</b></p><p>It rained.</p>", [(*OWN, "It closed.")]),
        (f"<div><p>It closed.</p>{COMMENT}</div><div><p>A. B.</p></div>", [(*OWN, "A. B.")]),
        (f"{COMMENT}<script>say()</script><p>It closed.</p>", [(*OWN, "It closed.")]),
        (f"<ul><li>It closed.</li>{COMMENT}<li>It rained.</li></ul>", [(*OWN, "It rained.")]),
        (f"<p>It closed.</p>{COMMENT}", [(*OWN, "")]),
        (f"<table><tr><td>A {COMMENT}</td><td>B</td></tr></table>", [(*OWN, "A | B")]),
        ("<!-- allow a-b why --><p>It closed.</p>", []),
        ("<p>&lt;!-- audit: allow a-b why --&gt; It closed.</p>", []),
    ],
)
def test_a_comment_of_a_page_speaks_of_its_own_paragraph_or_the_next(body, allowed):
    made = loaded(f"<html><body><article>{body}</article></body></html>", SourceFormat.HTML)
    assert said(made) == allowed
    assert "audit: allow" not in made.text or "<!--" in made.text


def test_plain_text_has_no_comments():
    assert loaded(f"{COMMENT}\nIt closed.", SourceFormat.PLAIN).allowances == ()
