import gzip
from pathlib import Path

import httpx
import pytest
import respx

from auditor.errors import AuditError
from auditor.load import load_references
from auditor.load.source import MAX_BYTES
from auditor.model.document import Document

PAGE = "https://news.example/story"
PUBLIC = "93.184.215.14"
HOSTS = {
    "news.example": (PUBLIC,),
    "two.example": ("2606:2800:21f:cb07::1", PUBLIC),
    "inner.example": ("10.0.0.7",),
    "mixed.example": (PUBLIC, "127.0.0.1"),
    "localhost": ("127.0.0.1", "::1"),
    "xn--bcher-kva.example": (PUBLIC,),
}
HTML = {"Content-Type": "text/html; charset=utf-8"}
STORY = "<h1>Harbour bridge closes</h1><p>The bridge in Selby closed on Wednesday, he said.</p>"


def look_up(host: str, port: int) -> tuple[str, ...]:
    """Resolve names without a network; a numeric host is its own address."""
    if host.replace(".", "").isdigit() or ":" in host:
        return (host,)
    try:
        return HOSTS[host]
    except KeyError:
        raise OSError(host) from None


def fetched(url: str = PAGE) -> Document:
    return load_references([url], resolve=look_up)[0][0]


def error(url: str = PAGE) -> str:
    with pytest.raises(AuditError) as caught:
        load_references([url], resolve=look_up)
    return str(caught.value)


@respx.mock
def test_a_page_is_fetched_from_the_very_address_that_was_checked() -> None:
    route = respx.get(f"https://{PUBLIC}/story").respond(200, html=STORY)
    document = fetched(PAGE + "#part")
    assert (document.id, document.path, document.url) == ("r1", PAGE + "#part", PAGE + "#part")
    assert document.title == "Harbour bridge closes"
    request = route.calls.last.request
    assert request.headers["Host"] == "news.example"
    assert request.extensions["sni_hostname"] == "news.example"


@respx.mock
def test_an_international_name_and_a_port_reach_the_host_header() -> None:
    route = respx.get(f"http://{PUBLIC}:8080/").respond(200, html=STORY)
    fetched("http://bücher.example:8080/")
    assert route.calls.last.request.headers["Host"] == "xn--bcher-kva.example:8080"


@respx.mock
def test_the_next_address_is_tried_where_one_cannot_be_reached() -> None:
    respx.get("https://[2606:2800:21f:cb07::1]/").mock(side_effect=httpx.ConnectError("no route"))
    respx.get(f"https://{PUBLIC}/").respond(200, html=STORY)
    assert fetched("https://two.example/").title == "Harbour bridge closes"


@pytest.mark.parametrize(
    ("headers", "body", "text"),
    [
        (
            {"Content-Type": "text/plain; charset=windows-1252"},
            "Café shut.".encode("cp1252"),
            "Café shut.",
        ),
        ({"Content-Type": "text/plain"}, "Café shut.".encode(), "Café shut."),
        ({"Content-Type": "TEXT/Markdown"}, b"# Cafe shut.", "# Cafe shut."),
        (
            {"Content-Type": "text/html"},
            b"<meta charset=latin1><p>" + "Café shut.".encode("cp1252"),
            "Café shut.",
        ),
        (
            {"Content-Type": "text/plain", "Content-Encoding": "gzip"},
            gzip.compress(b"Cafe shut.", mtime=0),
            "Cafe shut.",
        ),
    ],
)
@respx.mock
def test_type_and_charset_come_from_the_server_then_from_the_page(
    headers: dict[str, str], body: bytes, text: str
) -> None:
    respx.get(f"https://{PUBLIC}/story").respond(200, headers=headers, content=body)
    assert fetched().text == text


@respx.mock
def test_redirects_are_followed_and_named() -> None:
    respx.get(f"https://{PUBLIC}/story").respond(301, headers={"Location": "/a?b=c"})
    respx.get(f"https://{PUBLIC}/a").respond(302, headers={"Location": "//two.example/end"})
    respx.get("https://[2606:2800:21f:cb07::1]/end").respond(200, html=STORY)
    document = fetched()
    assert (document.path, document.url) == (PAGE, "https://two.example/end")


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("http://127.0.0.1/admin", "127.0.0.1, not an address of the public internet"),
        ("http://localhost:8000/", "127.0.0.1, not an address of the public internet"),
        ("http://169.254.169.254/latest", "not an address of the public internet"),
        ("https://inner.example/", "10.0.0.7, not an address of the public internet"),
        ("https://mixed.example/", "127.0.0.1, not an address of the public internet"),
        ("https://[::ffff:127.0.0.1]/", "not an address of the public internet"),
        ("file:///etc/passwd", "leads to file:, but only http and https are fetched"),
        ("https://user:secret@news.example/", "carries a user name or password"),
        ("https://gone.example/", "the host gone.example is not known"),
        ("https://news.example:port/", "valid "),
    ],
)
def test_no_page_and_no_redirect_leads_to_a_forbidden_place(target: str, message: str) -> None:
    with respx.mock:
        respx.get(f"https://{PUBLIC}/story").respond(302, headers={"Location": target})
        redirected = error()
    assert redirected.startswith(f"no usable reference: {PAGE}: ")
    assert message in redirected
    assert "secret" not in redirected + error(target)
    assert message in error(target)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (httpx.Response(404, html=STORY), "answers 404; check the address"),
        (httpx.Response(304), "answers 304"),
        (
            httpx.Response(200, content=b"%PDF", headers={"Content-Type": "application/pdf"}),
            "is application/pdf",
        ),
        (httpx.Response(200, content=b"words"), "is of no stated type"),
        (httpx.Response(200, html=""), "holds no words"),
        (httpx.Response(200, text="word " * (MAX_BYTES // 5 + 1)), "is larger than 5 MB"),
        (
            httpx.Response(
                200,
                headers={"Content-Type": "text/plain", "Content-Encoding": "gzip"},
                stream=httpx.ByteStream(gzip.compress(b"word " * (MAX_BYTES // 5 + 1))),
            ),
            "is larger than 5 MB",
        ),
        (
            httpx.Response(
                200, content=b"caf\xe9", headers={"Content-Type": "text/plain; charset=utf-8"}
            ),
            "is no UTF-8",
        ),
        (
            httpx.Response(
                200,
                headers={"Content-Type": "text/plain", "Content-Encoding": "gzip"},
                stream=httpx.ByteStream(b"no gzip"),
            ),
            "cannot be fetched",
        ),
        (httpx.Response(302, headers={"Location": PAGE}), "redirects more than 5 times"),
    ],
)
@respx.mock
def test_an_answer_that_is_no_page_is_an_error_that_names_the_address(
    answer: httpx.Response, message: str
) -> None:
    respx.get(f"https://{PUBLIC}/story").mock(return_value=answer)
    found = error()
    assert PAGE in found
    assert message in found


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (httpx.ConnectTimeout("late"), "gave no answer within 10 seconds"),
        (httpx.ReadTimeout("late"), "gave no answer within 10 seconds"),
        (httpx.ConnectError("refused"), r"cannot be reached (refused)"),
        (httpx.RemoteProtocolError("garbled"), "cannot be fetched (garbled)"),
    ],
)
@respx.mock
def test_a_failing_connection_is_an_error_that_names_the_address(
    failure: httpx.HTTPError, message: str
) -> None:
    respx.get(f"https://{PUBLIC}/story").mock(side_effect=failure)
    found = error()
    assert PAGE in found
    assert message in found


@respx.mock
def test_an_answer_that_trickles_in_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(0, 1000, 20))
    monkeypatch.setattr("auditor.load.web.monotonic", lambda: next(ticks))
    respx.get(f"https://{PUBLIC}/story").respond(
        200, headers=HTML, stream=httpx.ByteStream(b"x" * 100)
    )
    monkeypatch.setattr("auditor.load.web.DEADLINE", 10.0)
    assert "took longer than 10 seconds" in error()


@respx.mock
def test_a_page_that_fails_among_good_references_is_a_problem(tmp_path: Path) -> None:
    respx.get(f"https://{PUBLIC}/story").respond(500)
    good = tmp_path / "a.txt"
    good.write_text("Some words.")
    documents, problems = load_references([PAGE, str(good)], resolve=look_up)
    assert [found.id for found in documents] == ["r1"]
    assert [(found.stage, found.where) for found in problems] == [("load", PAGE)]
