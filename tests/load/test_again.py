"""Pages whose server fails for the moment: it is asked again, within bounds."""

from dataclasses import replace

import httpcore
import httpx
import pytest
import respx

from auditor.load.network import Network
from auditor.load.patience import Patience
from auditor.load.source import Unreadable
from auditor.load.visit import USER_AGENT
from auditor.load.web import fetch

PUBLIC = "93.184.215.14"
OTHER = "93.184.215.15"
PAGE = "https://news.example/story"
NETWORK = Network(lambda host, port: (PUBLIC,), asks_robots=False)
OK = httpx.Response(200, text="Words.")


def outcome(*answers: httpx.Response | Exception) -> tuple[str, list[float]]:
    """Return the page or what is said instead, and each wait, where a server answers so."""
    waited: list[float] = []
    patience = Patience(jitter=lambda: 0.0, wait=waited.append)
    with respx.mock:
        respx.get(f"https://{PUBLIC}/story").mock(side_effect=[*answers])
        try:
            return fetch(PAGE, replace(NETWORK, patience=patience)).data.decode(), waited
        except Unreadable as error:
            return error.reason, waited


def status(code: int, **headers: str) -> httpx.Response:
    return httpx.Response(
        code, headers={name.replace("_", "-"): of for name, of in headers.items()}
    )


@pytest.mark.parametrize(
    ("answers", "told", "waited"),
    [
        ([OK], "Words.", []),
        ([status(404)], "answers 404; check the address", []),
        ([status(403)], "answers 403; check the address", []),
        ([status(501)], "answers 501; check the address", []),
        ([status(503), OK], "Words.", [0.5]),
        ([status(500), status(502), status(504), OK], "Words.", [0.5, 1.0, 2.0]),
        (
            [status(503)] * 4,
            "answers 503; try again later, or save the page",
            [0.5, 1.0, 2.0],
        ),
        ([status(429, Retry_After="4"), OK], "Words.", [4.0]),
        (
            [
                status(
                    503,
                    Retry_After="Mon, 05 Jan 2026 10:00:03 GMT",
                    Date="Mon, 05 Jan 2026 10:00:00 GMT",
                ),
                OK,
            ],
            "Words.",
            [3.0],
        ),
        (
            [status(429, Retry_After="3600")],
            "answers 429 and asks to wait (3600); try again later, or save the page",
            [],
        ),
        ([httpcore.ConnectError("refused"), OK], "Words.", [0.5]),
        ([httpcore.ReadTimeout("late"), OK], "Words.", [0.5]),
        ([httpcore.RemoteProtocolError("cut short"), status(503), OK], "Words.", [0.5, 1.0]),
        (
            [httpcore.RemoteProtocolError("cut short")] * 4,
            "cannot be fetched (cut short); save the page",
            [0.5, 1.0, 2.0],
        ),
        ([status(503), status(404)], "answers 404; check the address", [0.5]),
    ],
)
def test_what_may_pass_is_asked_for_again_and_what_will_not_is_said_at_once(answers, told, waited):
    assert outcome(*answers) == (told, waited)


@respx.mock
def test_a_redirect_has_tries_of_its_own():
    waited: list[float] = []
    network = replace(NETWORK, patience=Patience(jitter=lambda: 0.0, wait=waited.append))
    moved = httpx.Response(302, headers={"Location": "/end"})
    respx.get(f"https://{PUBLIC}/story").mock(side_effect=[status(503), moved])
    respx.get(f"https://{PUBLIC}/end").mock(side_effect=[status(503), OK])
    assert fetch(PAGE, network).url == "https://news.example/end"
    assert waited == [0.5, 0.5]


def test_who_asks_says_its_product_and_version():
    with respx.mock:
        route = respx.get(f"https://{PUBLIC}/story").mock(return_value=OK)
        fetch(PAGE, NETWORK)
    assert route.calls.last.request.headers["User-Agent"] == USER_AGENT
    assert USER_AGENT.startswith("auditor/")


ROBOTS = """\
User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.cgi$

User-agent: otherbot
Disallow: /

User-agent: rude
User-agent: auditor
Disallow: /desk
"""


def told_by_robots(robots: httpx.Response | Exception, path: str = "/story") -> str:
    network = Network(lambda host, port: (PUBLIC,), patience=Patience(wait=lambda seconds: None))
    with respx.mock(assert_all_called=False) as web:
        web.get(f"https://{PUBLIC}/robots.txt").mock(side_effect=[robots] * 4)
        web.get(url__regex=f"https://{PUBLIC}/.*").mock(return_value=OK)
        try:
            return fetch(f"https://news.example{path}", network).data.decode()
        except Unreadable as error:
            return error.reason


def rules(text: str) -> httpx.Response:
    return httpx.Response(200, text=text)


FORBIDDEN = "news.example asks programs not to fetch it (robots.txt); save the page by hand"
ROBOTS_FAIL = (
    "its host answers {} when it is asked for robots.txt; try again later, or save the page"
)
FOR_ALL = ROBOTS.partition("User-agent: rude")[0]


@pytest.mark.parametrize(
    ("robots", "path", "told"),
    [
        (rules(""), "/story", "Words."),
        (rules(FOR_ALL), "/story", "Words."),
        (rules(FOR_ALL), "/private", FORBIDDEN),
        (rules(FOR_ALL), "/private/a", FORBIDDEN),
        (rules(FOR_ALL), "/private/open", "Words."),
        (rules(FOR_ALL), "/a.cgi", FORBIDDEN),
        (rules(FOR_ALL), "/a.cgi?b", "Words."),
        (rules(ROBOTS), "/private", "Words."),
        (rules(ROBOTS), "/desk/one", FORBIDDEN),
        (rules("\ufeffUser-agent: *\nDisallow: /"), "/story", FORBIDDEN),
        (rules("Disallow: /"), "/story", "Words."),
        (rules("<html><p>Not found"), "/story", "Words."),
        (rules("User-agent: *\nDisallow: /" + "\n# x" * 200_000), "/story", FORBIDDEN),
        (httpx.Response(200, content=b"\xff\xfe\0User-agent"), "/story", "Words."),
        (status(404), "/story", "Words."),
        (status(403), "/story", "Words."),
        (
            status(503),
            "/story",
            ROBOTS_FAIL.format(503),
        ),
        (
            status(429),
            "/story",
            ROBOTS_FAIL.format(429),
        ),
        (
            httpcore.ConnectError("refused"),
            "/story",
            "cannot be reached (refused); check the address",
        ),
    ],
)
def test_a_host_says_what_may_be_fetched(robots, path, told):
    assert told_by_robots(robots, path) == told


@respx.mock
def test_every_host_that_a_redirect_leads_to_is_asked():
    network = Network(lambda host, port: (PUBLIC if host == "news.example" else OTHER,))
    respx.get(f"https://{PUBLIC}/robots.txt").respond(404)
    respx.get(f"https://{PUBLIC}/story").respond(302, headers={"Location": "//two.example/a"})
    respx.get(f"https://{OTHER}/robots.txt").respond(200, text="User-agent: *\nDisallow: /")
    with pytest.raises(Unreadable, match=r"two\.example asks programs not to fetch it"):
        fetch(PAGE, network)
