"""The way to a server: forms, tries, bounds, and a key that nobody ever sees again."""

import gzip
import json
import logging
from collections.abc import Iterator

import httpx
import pytest
import respx

from auditor.errors import AuditError
from auditor.opinion.chat_server import MOST_BYTES, TRIES, ChatServer
from auditor.opinion.chosen_judge import KEY, chosen_judge
from auditor.opinion.prompt import Prompt
from auditor.opinion.replies import Reply, Unanswered
from tests.loopback import drips, served
from tests.opinion.judges import completion

URL = "http://judge.example:8080"
CHAT = f"{URL}/v1/chat/completions"
SECRET = "sk-0123456789"
ASKED = Prompt("parrot", "Rules.", "Texts.")
REFUSED = httpx.Response(400, json={"error": {"message": "response_format is not known"}})
YES = completion("yes")


class Clock:
    """Time that passes only where somebody sleeps."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def now(self) -> float:
        return sum(self.slept)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(clock, monkeypatch) -> ChatServer:
    monkeypatch.setenv(KEY, SECRET)
    return ChatServer(chosen_judge(URL, "parrot"), clock.sleep, clock.now)


@pytest.fixture
def routes() -> Iterator[respx.MockRouter]:
    with respx.mock(assert_all_called=False) as router:
        router.get(f"{URL}/v1/models").respond(json={"data": []})
        yield router


def asked(server: ChatServer, deadline: float = 1000.0) -> Reply | str:
    try:
        return server.ask(ASKED, deadline)
    except Unanswered as error:
        return str(error)


def forms(route: respx.Route) -> list[str]:
    """Return how each request asked for the form of its answer, and whether with a seed."""
    bodies = [json.loads(call.request.content) for call in route.calls]
    return [
        f"{body.get('response_format', {}).get('type', 'plain')} {body.get('seed')}"
        for body in bodies
    ]


def test_what_is_sent_is_what_is_asked_with_its_form(server, routes):
    route = routes.post(CHAT).respond(json=YES)
    assert asked(server) == Reply("yes", "json_schema")
    request = route.calls.last.request
    body = json.loads(request.content)
    assert body.pop("response_format")["type"] == "json_schema"
    assert body == {
        "model": "parrot",
        "messages": [
            {"role": "system", "content": "Rules."},
            {"role": "user", "content": "Texts."},
        ],
        "temperature": 0,
        "seed": 1,
        "max_tokens": 256,
    }
    assert request.headers["authorization"] == f"Bearer {SECRET}"


def test_a_refused_form_gives_way_to_the_next_and_is_not_tried_again(server, routes):
    route = routes.post(CHAT)
    route.side_effect = [REFUSED, httpx.Response(422), httpx.Response(200, json=YES)]
    assert asked(server) == Reply("yes", "plain")
    route.side_effect = [httpx.Response(200, json=YES)]
    assert asked(server) == Reply("yes", "plain")
    assert forms(route) == ["json_schema 1", "json_object 1", "plain 1", "plain 1"]


def test_what_refuses_every_form_is_told_in_its_own_words(server, routes):
    route = routes.post(CHAT).mock(return_value=REFUSED)
    assert asked(server) == "it answers 400 (response_format is not known)"
    assert forms(route)[-1] == "plain None"
    assert asked(server) == "it answers 400 (response_format is not known)"


@pytest.mark.parametrize(
    ("headers", "slept"),
    [
        ({}, [1, 2]),
        ({"Retry-After": "7"}, [7, 7]),
        ({"Retry-After": "0"}, [1, 2]),
        ({"Retry-After": "soon"}, [1, 2]),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, [1, 2]),
    ],
)
def test_it_is_asked_again_after_a_while_or_when_it_says(server, routes, clock, headers, slept):
    busy = httpx.Response(429, headers=headers)
    routes.post(CHAT).side_effect = [busy, busy, httpx.Response(200, json=YES)]
    assert asked(server) == Reply("yes", "json_schema")
    assert clock.slept == slept


def test_nobody_waits_past_the_end(server, routes, clock):
    route = routes.post(CHAT).mock(return_value=httpx.Response(503, headers={"Retry-After": "60"}))
    assert asked(server, deadline=59) == "it answers 503"
    assert (clock.slept, route.call_count) == ([], 1)
    assert asked(server, deadline=0) == "the time for all questions is over"


def test_it_is_asked_only_so_often(server, routes, clock):
    route = routes.post(CHAT).mock(side_effect=httpx.ConnectError)
    assert asked(server) == "it cannot be reached"
    assert (route.call_count, clock.slept) == (TRIES, [1, 2, 4])


@pytest.mark.parametrize(
    ("response", "told"),
    [
        (httpx.Response(401, json={"error": {"message": f"bad key {SECRET}"}}), "401 (bad key …)"),
        (httpx.Response(404, text="no\nsuch  model"), "404 (no such model)"),
        (httpx.Response(302, headers={"Location": "http://elsewhere.example/"}), "302"),
        (httpx.Response(400, json={"error": SECRET}), "400 (…)"),
        (httpx.Response(403, text="x" * 999), f"403 ({'x' * 200})"),
    ],
)
def test_what_it_says_is_wrong_is_told_without_the_key(server, routes, response, told):
    routes.post(CHAT).mock(return_value=response)
    assert asked(server) == f"it answers {told}"


@pytest.mark.parametrize(
    ("response", "told"),
    [
        (httpx.Response(200, text="yes"), "its reply is no JSON"),
        (httpx.Response(200, text="[" * 100_000), "its reply is no JSON"),
        (httpx.Response(200, json=[]), "its reply is none of the chat interface"),
        (httpx.Response(200, json={}), "its reply is none of the chat interface"),
        (httpx.Response(200, json={"choices": []}), "its reply is none of the chat interface"),
        (httpx.Response(200, json={"choices": [7]}), "its reply is none of the chat interface"),
        (httpx.Response(200, json=completion(None)), "its reply holds no text"),
        (httpx.Response(200, content=b"x" * (MOST_BYTES + 1)), "its reply has more than 1 MB"),
        (
            httpx.Response(
                200,
                headers={"Content-Encoding": "gzip"},
                content=gzip.compress(b" " * (MOST_BYTES * 3)),
            ),
            "its reply is packed, which was not asked for",
        ),
    ],
)
def test_a_reply_that_is_none_is_no_answer(server, routes, response, told):
    routes.post(CHAT).mock(return_value=response)
    assert asked(server) == told


def test_a_server_that_drips_is_left(monkeypatch):
    monkeypatch.delenv(KEY, raising=False)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
    with served(drips(head, drop=b" ")) as port:
        server = ChatServer(chosen_judge(f"http://127.0.0.1:{port}", "parrot"))
        assert asked(server, server.now() + 0.4) == "it took too long to reply"


@pytest.mark.parametrize(
    ("models", "digest"),
    [
        ({"data": [{"id": "crow", "digest": "sha256:1"}, {"id": "parrot"}]}, ""),
        ({"data": [{"id": "parrot", "digest": "sha256:2"}]}, "sha256:2"),
        ({"data": [{"id": "parrot", "digest": f"a\n{SECRET}"}]}, "a\\n…"),
        ({"data": [{"id": "parrot", "digest": 3, "meta": {"size": 1}}]}, "meta sha256:ce9ae3cea"),
        ({"data": "none"}, ""),
        (["parrot"], ""),
    ],
)
def test_the_list_of_models_tells_which_one_it_is(server, routes, models, digest):
    routes.get(f"{URL}/v1/models").respond(json=models)
    routes.post(CHAT).respond(json=completion("yes", system_fingerprint=f"fp {SECRET}"))
    reply = asked(server)
    assert isinstance(reply, Reply)
    assert reply.digest[: len(digest) or None] == digest
    assert reply.fingerprint == "fp …"


def test_the_key_is_in_no_log_and_no_description(server, routes, caplog):
    caplog.set_level(logging.DEBUG)
    told = json.dumps(completion(f"the key is {SECRET} \ud800")).encode()
    routes.post(CHAT).respond(content=told)
    assert asked(server) == Reply("the key is … ?", "json_schema")
    assert SECRET not in caplog.text
    assert SECRET not in repr(server)


def test_settings_of_the_machine_are_not_used(monkeypatch, tmp_path, routes):
    (tmp_path / ".netrc").write_text("machine judge.example login me password mine\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example")
    monkeypatch.delenv(KEY, raising=False)
    route = routes.post(CHAT).respond(json=YES)
    server = ChatServer(chosen_judge(URL, "parrot"))
    assert asked(server, server.now() + 9) == Reply("yes", "json_schema")
    assert "authorization" not in route.calls.last.request.headers


def test_a_key_that_no_header_can_hold_is_an_error(monkeypatch):
    monkeypatch.setenv(KEY, "sk-ä")
    with pytest.raises(AuditError, match="AUDITOR_JUDGE_KEY: holds what no key can") as caught:
        ChatServer(chosen_judge(URL, "parrot"))
    assert "sk-" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "url", "shown"),
    [
        ("http://localhost:8080", "http://localhost:8080/v1", "http://localhost:8080"),
        ("http://localhost:8080/", "http://localhost:8080/v1", "http://localhost:8080"),
        ("http://localhost:8080/v1/", "http://localhost:8080/v1", "http://localhost:8080"),
        (
            "https://api.example/v1/chat/completions",
            "https://api.example/v1",
            "https://api.example",
        ),
        ("https://api.example/x?token=1#f", "https://api.example/x", "https://api.example"),
    ],
)
def test_an_address_is_told_by_its_host_and_completed(given, url, shown):
    chosen = chosen_judge(given, "parrot")
    assert (chosen.url, chosen.server) == (url, shown)


@pytest.mark.parametrize(
    "given",
    [
        "localhost:8080",
        "ftp://judge.example",
        "http://",
        "http://me:pw@judge.example",
        "http://[",
        "",
    ],
)
def test_what_is_no_address_is_an_error_that_shows_no_password(given):
    with pytest.raises(AuditError, match="--judge") as caught:
        chosen_judge(given, "parrot")
    assert "pw" not in str(caught.value)


def test_a_model_has_a_name():
    with pytest.raises(AuditError, match="--judge-model: must not be empty"):
        chosen_judge(URL, " ")
