"""``audit fetch``: what is kept, what is told, what is never overwritten."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import respx

from auditor.errors import AuditError
from auditor.load import load_references
from auditor.model.document import Document
from auditor.model.finding import Problem
from tests.command import Done, audit

HOST = "https://93.184.215.14"
"""A host whose address need not be looked up."""

BRIDGE, FERRY = f"{HOST}/bridge", f"{HOST}/ferry"
PAGE = """<html><head><meta property="article:published_time" content="2026-01-05T10:00:00Z">
</head><body><article><h1>Harbour bridge closes</h1>
<p>The bridge in Selby was closed on {day} after divers found cracks, said Omar Lindqvist.</p>
<p>It will be shut for six weeks, and the ferry will run until midnight.</p></article></body></html>
"""
ON_MONDAY, ON_TUESDAY = PAGE.format(day="Monday"), PAGE.format(day="Tuesday")
OTHER_BYTES = ON_MONDAY.replace("<article>", "<!-- visit 2 --><article>")


@pytest.fixture
def web() -> Iterator[respx.MockRouter]:
    with respx.mock(assert_all_called=False) as routes:
        routes.get(f"{HOST}/robots.txt").respond(200, text="User-agent: *\nDisallow: /closed")
        yield routes


def fetch(folder: Path, *arguments: str) -> Done:
    return audit(folder, "fetch", *arguments)


def kept(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder but the hour of the fetch."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): _timeless(path) for path in files}


def _timeless(path: Path) -> bytes:
    if path.suffix != ".json":
        return path.read_bytes()
    told = json.loads(path.read_bytes())
    return json.dumps({name: of for name, of in told.items() if name != "fetched"}).encode()


def test_a_page_is_kept_with_its_text_its_sidecar_and_its_pin(tmp_path, web):
    web.get(BRIDGE).respond(302, headers={"Location": "/2026/bridge"})
    web.get(f"{HOST}/2026/bridge").respond(200, html=ON_MONDAY)
    done = fetch(tmp_path, BRIDGE)
    (name,) = (path.name for path in tmp_path.glob("refs/*.html"))
    assert re.fullmatch(r"93-184-215-14-bridge-[0-9a-f]{8}\.html", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"refs/{name}: kept, 2026-01-05, “Harbour bridge closes”\n"
    refs = tmp_path / "refs"
    assert sorted(path.name for path in refs.iterdir()) == [
        name,
        f"{name}.json",
        f"{name}.txt",
        "refs.lock",
    ]
    assert (refs / name).read_text() == ON_MONDAY
    told = json.loads((refs / f"{name}.json").read_text())
    assert {key: told[key] for key in ("made_by", "asked", "url", "title", "published")} == {
        "made_by": "audit fetch",
        "asked": BRIDGE,
        "url": f"{HOST}/2026/bridge",
        "title": "Harbour bridge closes",
        "published": "2026-01-05",
    }
    assert (refs / f"{name}.txt").read_text().startswith("Harbour bridge closes\n")
    assert (refs / "refs.lock").read_text().count(name) == 1


def test_a_kept_page_is_read_as_the_page_itself_is(tmp_path, web):
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    fetch(tmp_path, BRIDGE)
    ((there,), _), ((kept_page,), problems) = load_references([BRIDGE]), read(tmp_path)
    assert problems == ()
    assert replace(kept_page, path=BRIDGE) == there


def read(folder: Path) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    return load_references([str(folder / "refs")])


@pytest.mark.parametrize("now", [ON_MONDAY, OTHER_BYTES], ids=["the same bytes", "the same words"])
def test_a_page_that_says_the_same_is_left_as_it_is(tmp_path, web, now):
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    fetch(tmp_path, BRIDGE)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    web.get(BRIDGE).respond(200, html=now)
    done = fetch(tmp_path, BRIDGE)
    assert done.returncode == 0
    assert ": as before, " in done.stdout
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_page_that_has_changed_stays_until_that_is_accepted(tmp_path, web):
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    fetch(tmp_path, BRIDGE)
    before = kept(tmp_path)
    web.get(BRIDGE).respond(200, html=ON_TUESDAY)
    refused = fetch(tmp_path, BRIDGE)
    assert (refused.returncode, refused.stdout) == (3, "")
    assert "has changed since it was fetched, and stays as it was" in refused.stderr
    assert "--accept takes it as it is now" in refused.stderr
    assert kept(tmp_path) == before
    accepted = fetch(tmp_path, BRIDGE, "--accept")
    assert accepted.returncode == 0
    assert ": changed, and kept as it is now, 2026-01-05, " in accepted.stdout
    (tmp_path / "fresh").mkdir()
    fetch(tmp_path / "fresh", BRIDGE)
    assert kept(tmp_path / "refs") == kept(tmp_path / "fresh" / "refs")


@pytest.mark.parametrize("suffix", ["", ".txt", ".json"])
def test_what_we_did_not_write_is_never_overwritten(tmp_path, web, suffix):
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    fetch(tmp_path, BRIDGE)
    (page,) = tmp_path.glob("refs/*.html")
    for path in (tmp_path / "refs").iterdir():
        path.unlink()
    own = page.with_name(page.name + suffix)
    own.write_text("{}")
    done = fetch(tmp_path, BRIDGE, "--accept")
    assert done.returncode == 3
    assert "is there already and was not written by audit fetch" in done.stderr
    assert {path.name: path.read_text() for path in page.parent.iterdir()} == {own.name: "{}"}


def test_a_page_that_was_changed_by_hand_is_not_overwritten_even_where_changes_are_accepted(
    tmp_path, web
):
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    fetch(tmp_path, BRIDGE)
    (page,) = tmp_path.glob("refs/*.html")
    page.write_text(ON_MONDAY.replace("Omar", "Anna"))
    before = kept(tmp_path)
    done = fetch(tmp_path, BRIDGE, "--accept")
    assert done.returncode == 3
    assert "was changed by hand since it was fetched" in done.stderr
    assert kept(tmp_path) == before
    assert fetch(tmp_path, "--accept").returncode == 0
    assert ": changed, and kept as it is now" in fetch(tmp_path, BRIDGE, "--accept").stdout


def test_what_lies_there_is_pinned_on_request_without_a_fetch(tmp_path, web):
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    web.get(FERRY).respond(200, html=ON_TUESDAY)
    fetch(tmp_path, BRIDGE, FERRY)
    bridge, ferry = sorted(tmp_path.glob("refs/*.html"))
    bridge.write_text(ON_TUESDAY)
    for path in tmp_path.glob(f"refs/{ferry.name}*"):
        path.unlink()
    with pytest.raises(AuditError, match=r"audit fetch --accept --into .*refs \(and 1 more\)"):
        read(tmp_path)
    done = fetch(tmp_path, "--accept", "--offline")
    assert done.stdout == (
        f"refs/{bridge.name}: pinned as it lies there, 2026-01-05, “Harbour bridge closes”\n"
    )
    assert (done.returncode, done.stderr) == (0, "")
    (document,), problems = read(tmp_path)
    assert "on Tuesday" in document.text
    assert problems == ()


def test_a_page_that_cannot_be_had_is_a_problem_and_the_rest_stands(tmp_path, web):
    web.get(BRIDGE).respond(404)
    web.get(FERRY).respond(200, html=ON_MONDAY)
    closed = f"{HOST}/closed/a"
    done = fetch(tmp_path, BRIDGE, "javascript://a", closed, FERRY, FERRY, "--into", "deep/er")
    assert done.returncode == 3
    rows = done.stderr.splitlines()
    assert [row.partition("; ")[0] for row in rows] == [
        f"audit: {BRIDGE}: answers 404",
        "audit: javascript://a: leads to javascript:, but only http and https are fetched",
        f"audit: {closed}: 93.184.215.14 asks programs not to fetch it (robots.txt)",
    ]
    assert done.stdout.startswith("deep/er/93-184-215-14-ferry-")
    assert len(done.stdout.splitlines()) == 1


def test_a_fault_of_ours_with_one_page_leaves_the_others_their_turn(tmp_path, web):
    web.get(BRIDGE).mock(side_effect=ZeroDivisionError("by zero"))
    web.get(FERRY).respond(200, html=ON_MONDAY)
    done = fetch(tmp_path, BRIDGE, FERRY)
    assert done.returncode == 3
    assert done.stderr == (
        f"audit: {BRIDGE}: a fault in auditor, please report it: ZeroDivisionError: by zero\n"
    )
    assert len(done.stdout.splitlines()) == 1


def test_robots_txt_is_asked_once_a_host(tmp_path, web):
    route = web.get(f"{HOST}/robots.txt").respond(404)
    web.get(url__regex=".*").respond(200, html=ON_MONDAY)
    fetch(tmp_path, *(f"{HOST}/{n}" for n in range(5)))
    assert route.call_count == 1


def test_two_addresses_that_lead_to_one_page_are_one_reference(tmp_path, web):
    web.get(FERRY).respond(301, headers={"Location": BRIDGE})
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    done = fetch(tmp_path, FERRY, BRIDGE)
    assert [row.partition(": ")[2][:9] for row in done.stdout.splitlines()] == [
        "kept, 202",
        "as before",
    ]
    assert len([*tmp_path.glob("refs/*.html")]) == 1


@pytest.mark.parametrize(
    ("kind", "content", "suffix"),
    [
        ("text/plain", "Words of the mayor.", ".txt"),
        ("text/markdown", "# Words\n\nOf the mayor.", ".md"),
    ],
)
def test_a_page_of_another_kind_is_kept_as_such(tmp_path, web, kind, content, suffix):
    web.get(BRIDGE).respond(
        200, content=content, headers={"Content-Type": f"{kind}; charset=utf-8"}
    )
    assert fetch(tmp_path, BRIDGE).returncode == 0
    page, *_ = sorted(tmp_path.glob(f"refs/*{suffix}"))
    assert page.read_text() == content
    assert page.with_name(page.name + ".txt").read_text() == content


def test_the_charset_of_the_server_is_remembered(tmp_path, web):
    words = "Café shut on Monday."
    web.get(BRIDGE).respond(
        200, content=words.encode("cp1252"), headers={"Content-Type": "text/plain; charset=cp1252"}
    )
    fetch(tmp_path, BRIDGE)
    assert [document.text for document in read(tmp_path)[0]] == [words]


FEED = f"""<rss version="2.0"><channel>
<item><link>{BRIDGE}</link><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item>
<item><link>{FERRY}</link><pubDate>Tue, 06 Jan 2026 10:00:00 GMT</pubDate></item>
<item><link>{HOST}/undated</link></item>
</channel></rss>"""


@pytest.mark.parametrize(
    ("options", "told", "pages"),
    [
        ((), "3 of 3 pages taken", ["ferry", "bridge", "undated"]),
        (("--limit", "1"), "1 of 3 pages taken", ["ferry"]),
        (("--since", "2026-01-06"), "1 of 3 pages taken, 1 passed over without a day", ["ferry"]),
        (("--until", "2026-01-05"), "1 of 3 pages taken, 1 passed over without a day", ["bridge"]),
    ],
)
def test_the_pages_of_a_feed_are_kept(tmp_path, web, options, told, pages):
    web.get(f"{HOST}/rss").respond(200, content=FEED, headers={"Content-Type": "text/xml"})
    web.get(url__regex=".*").respond(200, html=ON_MONDAY)
    done = fetch(tmp_path, "--feed", f"{HOST}/rss", *options)
    assert (done.returncode, done.stderr) == (0, f"audit: {HOST}/rss: {told}\n")
    assert [row.split("-")[4] for row in done.stdout.splitlines()] == pages


def test_a_sitemap_that_is_none_is_a_problem_and_the_pages_stand(tmp_path, web):
    web.get(f"{HOST}/map").respond(200, content=FEED, headers={"Content-Type": "text/xml"})
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    done = fetch(tmp_path, BRIDGE, "--sitemap", f"{HOST}/map")
    assert done.returncode == 3
    assert done.stderr == f"audit: {HOST}/map: is no sitemap; check the address\n"
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ((), "nothing to fetch: name a URL, --feed or --sitemap, or say --check"),
        ((BRIDGE, "--offline"), f"{BRIDGE}: not fetched because of --offline"),
        (("--feed", BRIDGE, "--offline"), f"{BRIDGE}: not fetched because of --offline"),
        (("--check", "--offline"), "--check: not fetched because of --offline"),
        (("--check",), "refs: no such folder; name with --into where pages are kept"),
        (("--accept",), "refs: no such folder; name with --into where pages are kept"),
        (("--check", "--into", "."), ".: holds no page that audit fetch kept"),
        (("--accept", "--into", "."), ".: holds no page that audit fetch kept"),
        (("--check", "--feed", BRIDGE), "--check compares pages that are kept"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_fetched(tmp_path, web, arguments, fault):
    (tmp_path / "a.txt").write_text("Words.")
    done = fetch(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"audit: {fault}")
    assert not web.calls
    assert not (tmp_path / "refs").exists()


def test_a_folder_that_cannot_be_written_is_named_with_its_remedy(tmp_path, web):
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    (tmp_path / "refs").write_text("a file")
    done = fetch(tmp_path, BRIDGE)
    assert done.returncode == 3
    assert (
        "cannot be written; make room, or name a folder that you may write with --into"
        in done.stderr
    )


def test_a_fetch_that_was_cut_off_is_finished_by_the_next(tmp_path, web):
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    fetch(tmp_path, BRIDGE)
    whole = kept(tmp_path)
    (page,) = tmp_path.glob("refs/*.html")
    for name in (page.name, f"{page.name}.txt", "refs.lock"):
        (tmp_path / "refs" / name).unlink()
    assert fetch(tmp_path, BRIDGE).returncode == 0
    assert kept(tmp_path) == whole


def test_no_link_is_followed_out_of_the_folder(tmp_path, web):
    web.get(BRIDGE).respond(200, html=ON_MONDAY)
    fetch(tmp_path, BRIDGE)
    (page,) = tmp_path.glob("refs/*.html")
    for path in page.parent.iterdir():
        path.unlink()
    outside = tmp_path / "outside"
    outside.write_text("mine")
    page.symlink_to(outside)
    assert fetch(tmp_path, BRIDGE).returncode == 3
    assert outside.read_text() == "mine"


WEB = "https://web.archive.org/web/20260105101112id_/"


def test_a_snapshot_is_taken_on_request_alone(tmp_path, web, monkeypatch):
    monkeypatch.setattr(
        "socket.getaddrinfo", lambda host, port, **_: [(2, 1, 6, "", ("93.184.215.14", port))]
    )
    web.get(BRIDGE).respond(404)
    closest = {"available": True, "url": f"http://web.archive.org/web/20260105101112/{BRIDGE}"}
    available = web.get(f"{HOST}/wayback/available").respond(
        200, json={"archived_snapshots": {"closest": closest}}
    )
    web.get(f"{HOST}/web/20260105101112id_/{BRIDGE}").respond(200, html=ON_MONDAY)
    assert fetch(tmp_path, BRIDGE).returncode == 3
    assert available.call_count == 0
    done = fetch(tmp_path, BRIDGE, "--archive")
    (page,) = tmp_path.glob("refs/*.html")
    assert done.stdout.splitlines() == [
        f"refs/{page.name}: kept, 2026-01-05, “Harbour bridge closes”",
        f"  as the Internet Archive has it: {WEB}{BRIDGE}",
    ]
    told = json.loads(page.with_name(page.name + ".json").read_text())
    assert (told["asked"], told["url"]) == (BRIDGE, WEB + BRIDGE)
