"""The file of a repository's waivers: what is written is read back, and branches merge."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import AuditError
from auditor.load.waivers import load_waiver_file, load_waivers
from auditor.model.waiver import Decision, Waiver
from auditor.write.waiver_file import UNION, path_in, waiver_file, write_waivers
from tests.newsroom import commit, git

SIGNED = Waiver(
    fingerprint="50cbea4616236014e1bd76214bde9855",
    decision=Decision.DISMISSED,
    reason='The agency "moved" the day.',
    initials="Anna Berg",
    decided=date(2031, 5, 14),
    article="stories/bridge/bridge.md",
    rule="date-conflict",
    text="Tuesday",
    sentence="The bridge closed on Tuesday.",
    expected="Wednesday",
    passages=("0123456789abcdef", "fedcba9876543210"),
    until=date(2031, 6, 1),
)
OLD = Waiver("f" * 32, Decision.ACCEPTED, "Agreed.", "AB", date(2031, 1, 1))


def test_a_waiver_is_one_line_and_they_are_sorted_by_fingerprint():
    assert waiver_file([OLD, SIGNED]) == (
        "# Findings that an editor has decided to let stand; `audit waivers` shows them.\n"
        "# One a line and sorted, so that two branches merge. Comments are not kept.\n"
        "version = 1\n"
        "waiver = [\n"
        '{ fingerprint = "50cbea4616236014e1bd76214bde9855", article = "stories/bridge/bridge.md", '
        'rule = "date-conflict", text = "Tuesday", decision = "dismissed", '
        'reason = "The agency \\"moved\\" the day.", initials = "Anna Berg", '
        'decided = 2031-05-14, until = 2031-06-01, expected = "Wednesday", '
        'passages = ["0123456789abcdef", "fedcba9876543210"], '
        'sentence = "The bridge closed on Tuesday." },\n'
        '{ fingerprint = "ffffffffffffffffffffffffffffffff", decision = "accepted", '
        'reason = "Agreed.", initials = "AB", decided = 2031-01-01 },\n'
        "]\n"
    )


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=60)
@given(words=st.tuples(WORDS, WORDS, WORDS), passages=st.none() | st.just(()))
def test_what_is_written_is_read_back_whatever_the_words(tmp_path_factory, words, passages):
    path = tmp_path_factory.getbasetemp() / "words.toml"
    sentence, text, expected = words
    waiver = replace(
        SIGNED, sentence=sentence, text=text, expected=expected, passages=passages, until=None
    )
    path.write_text(waiver_file([waiver]), encoding="utf-8")
    assert load_waiver_file(path) == (waiver,)


def test_the_same_waivers_give_the_same_bytes_in_any_order():
    third = replace(OLD, fingerprint="0" * 32)
    assert len({waiver_file(order) for order in permutations([SIGNED, OLD, third])}) == 1


def test_no_word_of_a_text_acts_on_a_terminal():
    assert "\x1b" not in waiver_file([replace(SIGNED, text="\x1b[2J\u202e\x7f")])


def test_a_name_that_is_no_text_is_an_error_that_names_it():
    with pytest.raises(AuditError, match=r"caf\\udce9\.md: is not UTF-8"):
        waiver_file([replace(SIGNED, article="caf\udce9.md")])


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "elsewhere.toml").write_text("", encoding="utf-8")
    link = tmp_path / "audit.waivers.toml"
    link.symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises(AuditError, match="is no plain file that you may write"):
        write_waivers(link, [SIGNED])
    assert (tmp_path / "elsewhere.toml").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    ("article", "named"),
    [("stories/a.md", "stories/a.md"), ("./a.md", "a.md"), ("stories/../a.md", "a.md")],
)
def test_an_article_is_named_from_the_folder_of_the_file(tmp_path, article, named):
    assert path_in(tmp_path / "audit.waivers.toml", tmp_path / article) == named


@pytest.mark.git
@pytest.mark.parametrize(
    ("before", "ours", "theirs"),
    [
        ([], ["a"], ["b"]),
        (["c"], ["a"], ["b"]),
        (["c", "e"], ["d", "f"], ["d", "0"]),
        (["a", "b", "c"], ["d"], ["e"]),
    ],
)
def test_two_branches_that_each_add_waivers_merge(tmp_path: Path, before, ours, theirs):
    file = tmp_path / "audit.waivers.toml"
    assert git(tmp_path, "init", "--quiet", "--initial-branch", "main").returncode == 0
    (tmp_path / ".gitattributes").write_text(f"{UNION}\n", encoding="utf-8")
    if before:
        write_waivers(file, waivers_of(before, "base"))
    commit(tmp_path)
    for branch, added in (("theirs", theirs), ("ours", ours)):
        assert git(tmp_path, "checkout", "--quiet", "-b", branch, "main").returncode == 0
        write_waivers(file, [*waivers_of(before, "base"), *waivers_of(added, branch)])
        commit(tmp_path)
    merged = git(tmp_path, "merge", "--quiet", "theirs", "--message", "Merge")
    assert merged.returncode == 0, merged.stdout + merged.stderr
    read = load_waivers([file])
    assert {waiver.fingerprint[0] for waiver in read} == {*before, *ours, *theirs}
    assert all(waiver.reason and waiver.sentence for waiver in read)


def waivers_of(digits: list[str], reason: str) -> list[Waiver]:
    """Return waivers that are alike but for their fingerprint, as those of one story are."""
    return [replace(SIGNED, fingerprint=digit * 32, reason=reason) for digit in digits]
