import gzip
import re
from dataclasses import replace
from pathlib import Path

import httpcore
import httpx
import pytest
import respx
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import AuditError
from auditor.load import load_references
from auditor.load.network import Network
from auditor.load.patience import Patience
from auditor.load.source import MAX_BYTES
from auditor.load.web import fetch
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
REMEDY = re.compile(r"check the address|save (the page|its text)")
"""What each message ends with."""
STORY = "<h1>Harbour bridge closes</h1><p>The bridge in Selby closed on Wednesday, he said.</p>"


def look_up(host: str, port: int) -> tuple[str, ...]:
    """Resolve names without a network; a numeric host is its own address."""
    if host.replace(".", "").isdigit() or ":" in host:
        return (host,)
    try:
        return HOSTS[host]
    except KeyError:
        raise OSError(host) from None


AT_ONCE = Patience(wait=lambda seconds: None)
NETWORK = Network(look_up, patience=AT_ONCE, asks_robots=False)


def fetched(url: str = PAGE) -> Document:
    return load_references([url], NETWORK)[0][0]


def error(url: str = PAGE) -> str:
    with pytest.raises(AuditError) as caught:
        load_references([url], NETWORK)
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
    respx.get("https://[2606:2800:21f:cb07::1]/").mock(
        side_effect=httpcore.ConnectError("no route")
    )
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
def test_a_pdf_at_an_address_is_read_page_by_page() -> None:
    data = (Path(__file__).parents[2] / "fixtures/sources/chromium-pages.pdf").read_bytes()
    answer = httpx.Response(200, content=data, headers={"Content-Type": "application/pdf"})
    respx.get(f"https://{PUBLIC}/story").mock(return_value=answer)
    document = fetched()
    assert document.url == PAGE
    assert {locator.label for locator in document.locators} >= {"page 1", "page 2"}


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
        ("https://news.example:port/", "no valid address"),
        ("http://[::1", "no valid address"),
        ("http://[::1]:x/", "no valid address"),
        ("http://[v1.a]/", "no valid address"),
        ("http://news.example:0/", "names port 0"),
        ("http://news.example:-1/", "names port -1"),
        ("http://news.example:65536/", "names port 65536"),
        ("http://xn--/", "the host xn-- is not known"),
        ("http://../", "names no valid host"),
        ("http://a..b/", "names no valid host"),
        ("http://" + "a" * 64 + ".example/", "names no valid host"),
        ("http://\u2100/", "no valid address"),
        ("http:///story", "names no host"),
        ("http://:80/", "names no host"),
        ("http://user@/", "carries a user name"),
        ("https://news.example/" + "a" * 9000, "longer than 8,000 characters"),
        ("https://news.example/" + "a" * 90_000, "no valid address"),
    ],
)
def test_no_page_and_no_redirect_leads_to_a_forbidden_place(target: str, message: str) -> None:
    location = [(b"Location", target.encode())]
    with respx.mock:
        answer = httpx.Response(302, headers=location)
        respx.get(f"https://{PUBLIC}/story").mock(return_value=answer)
        redirected = error()
    assert redirected.startswith(f"no usable reference: {PAGE}: ")
    assert message in redirected
    assert REMEDY.search(redirected)
    assert "secret" not in redirected + error(target)
    assert message in error(target)


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,words", "mailto:a@b"])
@respx.mock
def test_a_redirect_to_no_page_at_all_names_its_scheme(target: str) -> None:
    respx.get(f"https://{PUBLIC}/story").respond(302, headers={"Location": target})
    scheme, _, _ = target.partition(":")
    assert f"leads to {scheme}:, but only http and https are fetched" in error()


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (httpx.Response(404, html=STORY), "answers 404; check the address"),
        (httpx.Response(304), "answers 304"),
        (
            httpx.Response(200, content=b"PK", headers={"Content-Type": "application/zip"}),
            "is application/zip",
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
                200, content=b"caf\xe9\x81", headers={"Content-Type": "text/plain; charset=utf-8"}
            ),
            "is no UTF-8",
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
        (httpcore.ConnectTimeout("late"), "gave no answer within 10 seconds"),
        (httpcore.ReadTimeout("late"), "gave no answer within 10 seconds"),
        (httpcore.ConnectError("refused"), r"cannot be reached (refused)"),
        (httpcore.RemoteProtocolError("garbled"), "cannot be fetched (garbled)"),
    ],
)
@respx.mock
def test_a_failing_connection_is_an_error_that_names_the_address(
    failure: Exception, message: str
) -> None:
    respx.get(f"https://{PUBLIC}/story").mock(side_effect=failure)
    found = error()
    assert PAGE in found
    assert message in found
    assert REMEDY.search(found)


@respx.mock
def test_a_page_that_fails_among_good_references_is_a_problem(tmp_path: Path) -> None:
    respx.get(f"https://{PUBLIC}/story").respond(500)
    good = tmp_path / "a.txt"
    good.write_text("Some words.")
    documents, problems = load_references([PAGE, str(good)], NETWORK)
    assert [found.id for found in documents] == ["r1"]
    assert [(found.stage, found.where) for found in problems] == [("load", PAGE)]


PIECES = st.sampled_from(
    [
        *("//", "/", ":", "@", "[", "]", "?", "#", "%", "%00", "\\", ".", "xn--", "::1", "99999"),
        *("javascript", "news.example", "\u2100", "\u202e", "\ud800", "\x1b[2J", "\0", "\r\n"),
    ]
)
ADDRESSES = st.one_of(
    st.text(),
    st.tuples(st.sampled_from(["http://", "HTTPS://"]), st.text()).map("".join),
    st.tuples(st.sampled_from(["http://", "//", ""]), st.lists(PIECES | st.text(max_size=3))).map(
        lambda parts: parts[0] + "".join(parts[1])
    ),
)


def accepts(host: str, port: int) -> tuple[str, ...]:
    """Resolve every name."""
    return (PUBLIC,)


@given(ADDRESSES)
def test_any_text_as_an_address_is_only_ever_an_error(url: str) -> None:
    with respx.mock(assert_all_called=False) as web:
        web.route().mock(side_effect=httpcore.ConnectError("refused"))
        with pytest.raises(AuditError):
            fetch(url, replace(NETWORK, resolve=accepts))


@given(ADDRESSES)
def test_any_text_as_a_redirect_is_only_ever_an_error(url: str) -> None:
    location = [(b"Location", url.encode("utf-8", "surrogatepass"))]
    with respx.mock(assert_all_called=False) as web:
        web.route(url=PAGE.replace("news.example", PUBLIC)).mock(
            return_value=httpx.Response(302, headers=location)
        )
        web.route().mock(side_effect=httpcore.ConnectError("refused"))
        with pytest.raises(AuditError, match=PAGE):
            fetch(PAGE, replace(NETWORK, resolve=accepts))
