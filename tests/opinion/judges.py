"""Language models as tests want them: a server on this machine, and one that is only a function."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Judge = Callable[[str], object]
"""Says what it makes of what it was sent: a text as it is, else a value that becomes JSON."""


def content(said: object) -> str:
    return said if isinstance(said, str) else json.dumps(said)


def completion(said: object, **more: object) -> dict[str, Any]:
    """Return a reply of the chat interface; None for one without a text."""
    message = {"role": "assistant", "content": None if said is None else content(said)}
    return {"choices": [{"index": 0, "message": message}], **more}


def sent(body: Mapping[str, Any]) -> str:
    """Return what a request tells the model after its instructions."""
    return str(body["messages"][-1]["content"])


def texts(told: str) -> list[str]:
    """Return the sentence and the passages of what a model was told, in this order."""
    parts = told.split("<<<")[1:]
    return [part.split("\n")[1] for part in parts if part.count("\n") > 1][: told.count("):\n<<<")]


def says(**keys: object) -> dict[str, object]:
    """Return an answer of the form asked for: undecided, but for what is given."""
    usual = {"verdict": "unsure", "kind": "other", "wrong_words": "", "passage": 1, "quote": ""}
    return {**usual, **keys}


@contextmanager
def judging(judge: Judge) -> Iterator[str]:
    """Serve the chat interface by `judge` and yield the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.reply({"data": [{"id": "parrot", "digest": "sha256:abc"}]})

        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(size))
            self.reply(completion(judge(sent(body)), system_fingerprint="b1"))

        def reply(self, value: object) -> None:
            data = json.dumps(value).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *told: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
