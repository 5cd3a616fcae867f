"""Pages that come by TLS from a real server on this machine."""

import pytest

from auditor.load.network import Network
from auditor.load.patience import Patience
from auditor.load.source import Unreadable
from auditor.load.web import fetch
from tests.loopback import HERE, Answer, says, served
from tests.secure import MOVED, pages, secured, trust

NETWORK = Network(
    lambda host, port: (HERE,),
    lambda address: address == HERE,
    deadline=10.0,
    trust=trust,
    patience=Patience(tries=1),
)


WORDS = {
    "/robots.txt": "User-agent: *\nDisallow: /closed",
    "/moved": f"{MOVED}/story",
    "/story": "Words.",
    "/closed/story": "Words.",
    "/long": "x" * 5_000_001,
}


def words(asked: str) -> str:
    """Return what is at a path, whatever host is asked."""
    return WORDS[asked[asked.index("/") :]]


def fetched(answer: Answer, path: str = "/story", network: Network = NETWORK) -> str:
    with served(answer) as port:
        return fetch(f"https://news.example:{port}{path}", network).data.decode()


def test_robots_redirect_and_page_come_over_one_connection_of_http_2():
    seen: list[str] = []
    connections: list[None] = []
    spoken = pages(words, seen)

    def answer(connection):
        connections.append(None)
        spoken(connection)

    assert fetched(secured(answer, "news.example"), "/moved") == "Words."
    assert seen == [f"news.example/{name}" for name in ("robots.txt", "moved", "story")]
    assert len(connections) == 1


def test_a_server_of_http_1_is_understood_too():
    page = says(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\nWords.")
    assert fetched(secured(page, "news.example", speaks=("http/1.1",))) == "Words."


def test_a_page_that_robots_closes_is_never_asked_for():
    seen: list[str] = []
    with pytest.raises(Unreadable, match="asks programs not to fetch it"):
        fetched(secured(pages(words, seen), "news.example"), "/closed/story")
    assert seen == ["news.example/robots.txt"]


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("other.example", NETWORK),
        (
            "news.example",
            Network(NETWORK.resolve, NETWORK.is_allowed, 10.0, patience=Patience(tries=1)),
        ),
    ],
    ids=["another's certificate", "an authority that nobody knows"],
)
def test_a_server_that_nobody_vouches_for_is_told_nothing(host, network):
    seen: list[str] = []
    with pytest.raises(Unreadable, match=r"cannot be reached \(.*certificate"):
        fetched(secured(pages(words, seen), host), network=network)
    assert seen == []


def test_a_connection_to_one_host_is_not_used_for_another_at_the_same_address():
    """A certificate speaks for its host alone, and redirects may lead to a neighbour."""
    seen: list[str] = []
    to_neighbour = dict(WORDS)

    def page(asked: str) -> str:
        return to_neighbour[asked[asked.index("/") :]]

    with served(secured(pages(page, seen), "news.example")) as port:
        to_neighbour["/moved"] = f"{MOVED}https://two.example:{port}/story"
        with pytest.raises(Unreadable, match=r"cannot be reached \(.*certificate"):
            fetch(f"https://news.example:{port}/moved", NETWORK)
    assert seen == ["news.example/robots.txt", "news.example/moved"]


def test_a_page_is_as_large_as_it_may_be_in_http_2_too():
    with pytest.raises(Unreadable, match="larger than 5 MB"):
        fetched(secured(pages(words, []), "news.example"), "/long")
