"""References that a Markdown article names itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.load.front_matter import MAX_CHARACTERS, front_matter_end, refs_of
from auditor.load.source import Source, SourceFormat, Unreadable


def markdown(text: str) -> Source:
    return Source("bridge.md", text.encode("utf-8", "surrogatepass"), SourceFormat.MARKDOWN)


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("# Bridge closes\n\nrefs: wire.txt\n", ()),
        ("---\ntitle: Bridge\n---\nrefs: wire.txt\n", ()),
        ("---\nreferences: wire.txt\n---\nText.", ()),
        ("---\nnested:\n  refs: wire.txt\n---\nText.", ()),
        ("---\nrefs:\n---\nText.", ()),
        ("---\nrefs: []\n---\nText.", ()),
        ("---\ntitle: Fire: two dead\n---\nText.", ()),
        ("---\nrefs: wire.txt\nText without a second fence.", ()),
        ("---\nrefs: wire.txt\n---\nText.", ("wire.txt",)),
        ("---\nrefs: 'wire: one.txt'\n---\nText.", ("wire: one.txt",)),
        ("---\nrefs: [refs/a.txt, refs/b.txt]\n---\nText.", ("refs/a.txt", "refs/b.txt")),
        ("---\nrefs:\n- refs/a.txt\n-   refs/b.txt\n---\n", ("refs/a.txt", "refs/b.txt")),
        ("---\r\ntitle: x\r\nrefs: wire.txt\r\n---\r\nText.", ("wire.txt",)),
        ("---\nrefs: 2024-01-05\n---\n", ("2024-01-05",)),
        ("---\nrefs: no\n---\n", ("no",)),
        ("+++\nrefs = ['refs/a.txt']\n+++\nText.", ("refs/a.txt",)),
        ("+++\ntitle = 'x'\n+++\nText.", ()),
        ("\ufeff---\nrefs: wire.txt\n---\nText.", ("wire.txt",)),
    ],
)
def test_front_matter_names_references_and_nothing_else_does(text, refs):
    assert refs_of(markdown(text)) == refs


def test_plain_text_and_pages_have_no_front_matter():
    text = b"---\nrefs: wire.txt\n---\nText."
    for form in (SourceFormat.PLAIN, SourceFormat.HTML):
        assert refs_of(Source("bridge", text, form)) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: Fire: two dead\nrefs: wire.txt\n---\n", r"not allowed here in its line 1"),
        ("---\nrefs: {a: b}\n---\n", r"what is no path; write it as refs: \[refs"),
        ("---\nrefs: [a, [b]]\n---\n", "what is no path"),
        ("---\nrefs: [a, '']\n---\n", "what is no path"),
        ("---\nrefs: *a\n---\n", "undefined alias"),
        (f"---\nrefs: {'[' * 9_000}\n---\n", "nested too deeply"),
        (f"---\nrefs: a\nx: {'y' * MAX_CHARACTERS}\n---\n", "more than 20,000 characters"),
        ("---\nrefs: !!python/object/apply:os.system [ls]\n---\n", None),
        ("---\na: &a [x, x]\nb: &b [*a, *a]\nrefs: [*b]\n---\n", "what is no path"),
        ("---\n? [a]\n: b\nrefs: c\n---\n", "odd keys|unhashable"),
        ("+++\nrefs = [\n+++\n", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_where_references_are_named(text, reason):
    if reason is None:
        assert refs_of(markdown(text)) == ("ls",)  # a text among texts
        return
    with pytest.raises(Unreadable, match=reason) as said:
        refs_of(markdown(text))
    assert str(said.value).startswith("bridge.md: front matter ")


KEYS = st.sampled_from(
    ["refs:", "refs: [", "- a", "&a", "*a", "!!x", "{", "}", "|", "> ", "? ", ":"]
)


@given(st.lists(st.one_of(KEYS, st.text(max_size=8)), max_size=8))
def test_whatever_stands_there_names_texts_or_is_said(rows):
    text = "\n".join(["---", "refs: a", *rows, "---", "Text."])
    try:
        refs = refs_of(markdown(text))
    except Unreadable as error:
        assert "bridge.md: " in str(error)  # noqa: PT017  # either end is right
    else:
        assert all(isinstance(name, str) and name for name in refs)
    assert 0 <= front_matter_end(text) <= len(text)
