"""An audit with what was kept of former ones says the same, byte for byte, as one without."""

import os
from functools import cache

import pytest

from auditor import Auditor
from auditor.cache.store import FILE
from auditor.render.formats import render
from tests.aibot import CASE
from tests.command import ARTICLE, INVENTED, audit

pytestmark = pytest.mark.slow

Story = tuple[str, dict[str, str]]


def blocks(name: str, most: int) -> list[str]:
    return (CASE / name).read_text(encoding="utf-8").split("\n\n")[:most]


PARTS = blocks("article.txt", 9)
SENTENCE = PARTS[6]
REFERENCES = {name: "\n\n".join(blocks(f"refs/{name}", 5)) for name in ("001.txt", "003.txt")}
STORY = "\n\n".join(PARTS), REFERENCES

EDITS: dict[str, Story] = {
    "nothing": STORY,
    "a word of a sentence": (STORY[0].replace(SENTENCE, f"Yesterday, {SENTENCE}"), REFERENCES),
    "a sentence less": (STORY[0].replace(f"{SENTENCE}\n\n", ""), REFERENCES),
    "a sentence more": (f"{STORY[0]}\n\nTwo drones were shot down on Sunday.", REFERENCES),
    "another order": ("\n\n".join((*PARTS[:4], *PARTS[:3:-1])), REFERENCES),
    "a figure of a reference": (
        STORY[0],
        {**REFERENCES, "001.txt": REFERENCES["001.txt"].replace("2,500", "3,100")},
    ),
    "a reference less": (STORY[0], {"003.txt": REFERENCES["003.txt"]}),
    "references that changed places": (
        STORY[0],
        {"1.txt": REFERENCES["003.txt"], "2.txt": REFERENCES["001.txt"]},
    ),
}


@cache
def rules_alone() -> Auditor:
    return Auditor(model=False)


def shown(auditor: Auditor, story: Story) -> str:
    return render("json", auditor.audit_text(*story).audit)


@pytest.fixture(scope="module")
def remembering(tmp_path_factory: pytest.TempPathFactory) -> Auditor:
    """Return an auditor whose cache knows the story."""
    auditor = Auditor(model=False, cache=tmp_path_factory.mktemp("cache"))
    shown(auditor, STORY)
    return auditor


def test_the_edits_are_edits():
    assert len({repr(story) for story in EDITS.values()}) == len(EDITS)


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_the_report_is_that_of_an_audit_without_cache(remembering, edit):
    fresh = shown(rules_alone(), EDITS[edit])
    assert [shown(remembering, EDITS[edit]) for _ in range(2)] == [fresh, fresh]


def test_readings_that_were_kept_give_the_same_bytes(tmp_path):
    story = (ARTICLE + INVENTED, {"wire.txt": ARTICLE})
    fresh = shown(Auditor(), story)
    assert [shown(Auditor(cache=tmp_path), story) for _ in range(2)] == [fresh, fresh]


def test_the_command_keeps_what_it_parsed_unless_told_otherwise(story, tmp_path, monkeypatch):
    folder = tmp_path / "kept"
    monkeypatch.setenv("AUDITOR_CACHE", str(folder))
    fresh = audit(story, "article.txt", "--no-model", "--format", "json", "--no-cache")
    assert not folder.exists()
    kept = [audit(story, "article.txt", "--no-model", "--format", "json") for _ in range(2)]
    assert {one.stdout for one in kept} == {fresh.stdout}
    size = f"{(folder / FILE).stat().st_size / 1000:.0f} kB"
    told = [audit(story, "cache", *deed).stdout for deed in ((), ("clear",), ())]
    assert told == [
        f"{folder}: 7 entries, {size} (at most 1,000.0 MB)\n",
        f"{folder}: cleared of 7 entries, {size}\n",
        f"{folder}: 0 entries, 0 kB (at most 1,000.0 MB)\n",
    ]


def test_a_cache_that_cannot_be_used_says_why(story):
    done = audit(story, "cache")
    told = "is no folder; nothing is kept until AUDITOR_CACHE names another folder"
    assert (done.returncode, done.stderr) == (2, f"audit: {os.devnull}: {told}\n")
