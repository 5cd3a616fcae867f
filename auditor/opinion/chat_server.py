"""A server that speaks the OpenAI chat interface: one question at a time, within bounds.

No redirect is followed and no proxy, netrc or other setting of the machine is used, so that the key
goes to the named server alone; it stands in no message, and what the server says is freed of it.
"""

import hashlib
import json
import os
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

import httpx

from auditor.errors import AuditError
from auditor.knowledge.acting import on_one_line
from auditor.opinion.chosen_judge import KEY, ChosenJudge
from auditor.opinion.prompt import SCHEMA, Prompt
from auditor.opinion.replies import AskLater, FormRefused, Reply, Unanswered

REQUEST_SECONDS = 300.0
"""For one try: a model of some billion parameters takes a minute for an answer on a laptop, and
four wait for one another where it answers one at a time. A guess."""

TRIES = 4
"""For one question. A guess."""

FIRST_PAUSE = 1.0
"""Seconds before the second try; each further one waits twice as long. A guess."""

MOST_BYTES = 1_000_000
"""Of a reply: what 256 tokens take many times over. A guess."""

SHOWN = 200
"""Characters shown of what a server says is wrong."""

AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses after which a server may answer the same question."""

REFUSALS = frozenset({400, 415, 422, 501})
"""Statuses by which servers refuse a form of request that they do not know."""

FORMS: tuple[tuple[str, Mapping[str, Any]], ...] = (
    (
        "json_schema",
        {
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "opinion", "strict": True, "schema": SCHEMA},
            }
        },
    ),
    ("json_object", {"response_format": {"type": "json_object"}}),
    ("plain", {}),
    ("plain, without seed", {"seed": None}),
)
"""How the form of an answer is asked for, the strictest first; a refused one is not tried again."""


@dataclass(slots=True)
class ChatServer:
    """The way to a server.

    Attributes:
        sleep, now: how time passes.
        forms: those that the server may take; grows shorter.
    """

    chosen: ChosenJudge
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], float] = time.monotonic
    forms: tuple[tuple[str, Mapping[str, Any]], ...] = FORMS
    _client: httpx.Client = field(init=False, repr=False)
    _key: str = field(init=False, repr=False)
    _digest: str | None = field(init=False, default=None, repr=False)

    def __post_init__(self) -> None:
        """Open the way; the key is read from the environment."""
        self._key = os.environ.get(KEY, "").strip()
        if not (self._key.isascii() and self._key.isprintable()):
            raise AuditError(f"{KEY}: holds what no key can; put the key of the server into it")
        headers = {"Accept-Encoding": "identity"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        self._client = httpx.Client(
            headers=headers,
            trust_env=False,
            follow_redirects=False,
            verify=_certificates(self.chosen.url),
        )

    def ask(self, prompt: Prompt, deadline: float) -> Reply:
        """Return the reply to a question.

        Args:
            prompt: what is asked.
            deadline: when nobody waits any longer, as `now` tells the time.

        Raises:
            Unanswered: saying why there is none.
        """
        while True:
            form, extra = self.forms[0]
            body = {k: v for k, v in {**prompt.body(), **extra}.items() if v is not None}
            try:
                told = self._patiently("POST", "/chat/completions", body, deadline)
            except FormRefused:
                if len(self.forms) == 1:
                    raise
                self.forms = tuple(one for one in self.forms if one[0] != form) or self.forms
                continue
            return self._reply(told, form, deadline)

    def _reply(self, told: Any, form: str, deadline: float) -> Reply:
        try:
            written = told["choices"][0]["message"]["content"]
        except (KeyError, IndexError, TypeError) as error:
            raise Unanswered("its reply is none of the chat interface") from error
        if not isinstance(written, str):
            raise Unanswered("its reply holds no text")
        fingerprint = told.get("system_fingerprint")
        return Reply(
            self._clean(written),
            form,
            self._clean(fingerprint)[:SHOWN] if isinstance(fingerprint, str) else "",
            self.digest(deadline),
        )

    def digest(self, deadline: float) -> str:
        """Return what the server's list of models tells of the model, "" where it tells nothing."""
        if self._digest is None:
            try:
                told = self._once("GET", "/models", None, deadline)
            except Unanswered:
                told = None
            self._digest = self._clean(_digest_in(told, self.chosen.model))
        return self._digest

    def _patiently(self, method: str, path: str, body: Any, deadline: float) -> Any:
        """Return what one of several tries gets."""
        for n in range(TRIES):
            try:
                return self._once(method, path, body, deadline)
            except AskLater as later:
                pause = max(FIRST_PAUSE * 2**n, later.seconds)
                if n + 1 == TRIES or self.now() + pause >= deadline:
                    raise Unanswered(str(later)) from later
                self.sleep(pause)
        raise Unanswered("it was asked too often")

    def _once(self, method: str, path: str, body: Any, deadline: float) -> Any:
        """Return the JSON of one try.

        Raises:
            Unanswered: a `AskLater` where another try may help.
        """
        left = min(REQUEST_SECONDS, deadline - self.now())
        if left <= 0:
            raise Unanswered("the time for all questions is over")
        url = f"{self.chosen.url}{path}"
        until = self.now() + left
        try:
            with self._client.stream(method, url, json=body, timeout=left) as response:
                data = self._read(response, until)
        except httpx.TransportError as error:
            raise AskLater(self._clean(_why(error))) from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise Unanswered(self._clean(_why(error))) from error
        status = response.status_code
        if status in AGAIN:
            raise AskLater(self._complaint(status, data), _retry_after(response.headers))
        if status in REFUSALS:
            raise FormRefused(self._complaint(status, data))
        if status != HTTPStatus.OK:
            raise Unanswered(self._complaint(status, data))
        try:
            return json.loads(data)
        except (ValueError, RecursionError) as error:
            raise Unanswered("its reply is no JSON") from error

    def _read(self, response: httpx.Response, until: float) -> bytes:
        if response.headers.get("content-encoding", "identity") != "identity":
            raise Unanswered("its reply is packed, which was not asked for")
        data = bytearray()
        for piece in response.iter_bytes():
            data += piece
            if len(data) > MOST_BYTES:
                raise Unanswered(f"its reply has more than {MOST_BYTES // 1_000_000} MB")
            if self.now() > until:
                raise AskLater("it took too long to reply")
        return bytes(data)

    def _complaint(self, status: int, data: bytes) -> str:
        """Return what the server says is wrong, cut and without the key."""
        said = data.decode("utf-8", "replace")
        try:
            told = json.loads(said)["error"]
            said = told["message"] if isinstance(told, dict) else told
        except (ValueError, KeyError, TypeError, RecursionError):
            pass
        words = self._clean(" ".join(str(said).split()))
        return f"it answers {status}" + (f" ({words[:SHOWN]})" if words else "")

    def _clean(self, text: str) -> str:
        """Return a text of the server without the key and without half characters."""
        whole = text.encode("utf-8", "replace").decode("utf-8")
        return whole.replace(self._key, "…") if self._key else whole


def _certificates(url: str) -> bool | ssl.SSLContext:
    """Return whom to trust: nobody where nothing is encrypted, which spares reading all names."""
    return url.startswith("https:") or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _retry_after(headers: Mapping[str, str]) -> float:
    """Return the seconds that a server asks to wait, 0 where it asks for none."""
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, OverflowError):
        return 0.0


def _why(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "it took too long to reply"
    if isinstance(error, httpx.ConnectError):
        return "it cannot be reached"
    return on_one_line(f"the connection failed ({type(error).__name__})")


def _digest_in(told: Any, model: str) -> str:
    """Return what a list of models tells of one: its digest, else one of what describes it."""
    listed = told.get("data") if isinstance(told, dict) else None
    for entry in listed if isinstance(listed, list) else ():
        if not (isinstance(entry, dict) and entry.get("id") == model):
            continue
        if isinstance(entry.get("digest"), str):
            return on_one_line(str(entry["digest"])[:SHOWN])
        if isinstance(entry.get("meta"), dict):
            meta = json.dumps(entry["meta"], sort_keys=True).encode()
            return f"meta sha256:{hashlib.sha256(meta).hexdigest()}"
    return ""
