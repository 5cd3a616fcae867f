"""A page that is gone, as the Internet Archive has it."""

import httpx
import pytest
import respx

from auditor.fetching.snapshot import snapshot
from auditor.load.network import Network
from auditor.load.patience import Patience
from auditor.load.source import Unreadable
from auditor.load.web import Errand

PUBLIC = "93.184.215.14"
NETWORK = Network(lambda host, port: (PUBLIC,), patience=Patience(tries=1), asks_robots=False)
PAGE = "https://news.example/story?a=b&c=d"
ASKED = f"https://{PUBLIC}/wayback/available?url=https%3A%2F%2Fnews.example%2Fstory%3Fa%3Db%26c%3Dd"
RAW = "web/20260105101112id_/https://news.example/story?a=b&c=d"


def answer(url: str, *, available: bool = True) -> httpx.Response:
    closest = {"available": available, "url": url, "timestamp": "20260105101112", "status": "200"}
    return httpx.Response(200, json={"url": PAGE, "archived_snapshots": {"closest": closest}})


def taken(said: httpx.Response) -> tuple[str, bytes]:
    with respx.mock(assert_all_called=False) as web:
        web.get(ASKED).mock(return_value=said)
        web.get(f"https://{PUBLIC}/{RAW}").respond(200, html="<p>Words as they were.</p>")
        source = snapshot(Errand(NETWORK), PAGE)
    return source.url or "", source.data


@pytest.mark.parametrize(
    "origin", ["http://web.archive.org", "https://web.archive.org", "http://web.archive.org:80"]
)
def test_the_page_is_taken_as_its_server_sent_it(origin):
    said = answer(f"{origin}/web/20260105101112/{PAGE}")
    assert taken(said) == (f"https://web.archive.org/{RAW}", b"<p>Words as they were.</p>")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (httpx.Response(200, json={"archived_snapshots": {}}), "the archive has none"),
        (
            answer(f"http://web.archive.org/web/20260105101112/{PAGE}", available=False),
            "the archive has none",
        ),
        (answer("http://evil.example/web/20260105101112/a"), "the archive has none"),
        (answer("http://web.archive.org/save/a"), "the archive has none"),
        (httpx.Response(200, json=[]), "the archive's answer cannot be read"),
        (
            httpx.Response(
                200, content=b"[" * 90_000, headers={"Content-Type": "application/json"}
            ),
            "the archive's answer cannot be read",
        ),
        (httpx.Response(200, html="<p>Busy"), "is text/html; JSON was asked for; save its text"),
        (httpx.Response(404), "answers 404; check the address"),
    ],
)
def test_where_there_is_none_the_page_is_named(said, reason):
    with pytest.raises(Unreadable) as caught:
        taken(said)
    assert caught.value.where == PAGE
    assert caught.value.reason.startswith("no snapshot of it can be had (")
    assert reason in caught.value.reason
