"""``audit fetch --check``: which kept pages changed since."""

import pytest

from tests.fetching.test_fetch import (
    BRIDGE,
    FERRY,
    HOST,
    ON_MONDAY,
    ON_TUESDAY,
    OTHER_BYTES,
    fetch,
    kept,
    web,
)

__all__ = ["web"]


SAID = (
    "  {sign}The bridge in Selby was closed on {day} after divers found cracks, "
    "said Omar Lindqvist."
)


@pytest.fixture
def folder(tmp_path, web):
    """A folder with a page of Monday at two addresses."""
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    web.get(FERRY).respond(200, html=ON_MONDAY)
    assert fetch(tmp_path, BRIDGE, FERRY).returncode == 0
    return tmp_path


def test_what_says_the_same_is_told_and_passes(folder, web):
    web.get(BRIDGE).respond(200, html=OTHER_BYTES)
    before = kept(folder)
    done = fetch(folder, "--check")
    bridge, ferry = sorted(path.name for path in folder.glob("refs/*.html"))
    assert done.stdout == f"refs/{bridge}: as before\nrefs/{ferry}: as before\n"
    assert (done.returncode, done.stderr) == (0, "")
    assert kept(folder) == before


def test_what_changed_is_shown_line_by_line_and_nothing_is_kept(folder, web):
    changed = ON_TUESDAY.replace("2026-01-05", "2026-01-06").replace("closes", "shut")
    web.get(BRIDGE).respond(200, html=changed)
    before = kept(folder)
    done = fetch(folder, "--check")
    bridge, ferry = sorted(path.name for path in folder.glob("refs/*.html"))
    assert done.stdout.splitlines() == [
        f"refs/{bridge}: changed",
        "  -title: Harbour bridge closes",
        "  +title: Harbour bridge shut",
        "  -date: 2026-01-05",
        "  +date: 2026-01-06",
        "  @@ -1,4 +1,4 @@",
        "  -Harbour bridge closes",
        "  +Harbour bridge shut",
        "   ",
        SAID.format(sign="-", day="Monday"),
        SAID.format(sign="+", day="Tuesday"),
        "   ",
        f"refs/{ferry}: as before",
    ]
    assert (done.returncode, done.stderr) == (1, "")
    assert kept(folder) == before


def test_what_is_accepted_is_kept_as_it_is_now(folder, web):
    web.get(BRIDGE).respond(200, html=ON_TUESDAY)
    done = fetch(folder, "--check", "--accept")
    bridge, _ = sorted(path.name for path in folder.glob("refs/*.html"))
    assert done.stdout.startswith(f"refs/{bridge}: changed, and kept as it is now\n  @@")
    assert done.returncode == 0
    assert fetch(folder, "--check").returncode == 0


def test_only_the_pages_that_are_named_are_fetched(folder, web):
    web.get(BRIDGE).respond(200, html=ON_TUESDAY)
    web.get(FERRY).respond(500)
    done = fetch(folder, "--check", BRIDGE)
    assert done.returncode == 1
    assert "ferry" not in done.stdout


def test_a_page_that_cannot_be_had_or_was_never_kept_is_a_problem(folder, web):
    web.get(BRIDGE).respond(404)
    web.get(FERRY).respond(200, html=ON_TUESDAY)
    done = fetch(folder, "--check", BRIDGE, FERRY, f"{HOST}/never")
    assert done.returncode == 3
    assert ": changed\n" in done.stdout
    assert done.stderr.splitlines() == [
        f"audit: {HOST}/never: was never kept there; fetch it without --check first",
        f"audit: {BRIDGE}: answers 404; check the address",
    ]


def test_what_a_page_says_acts_on_no_terminal(folder, web):
    web.get(BRIDGE).respond(200, html=ON_TUESDAY.replace("Omar", "\x1b[2J\u202eOmar"))
    done = fetch(folder, "--check")
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
