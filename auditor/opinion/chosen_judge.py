"""Which language model is asked, about what, and how far that may go."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.errors import AuditError
from auditor.knowledge.acting import on_one_line

if TYPE_CHECKING:
    import httpx

KEY = "AUDITOR_JUDGE_KEY"
"""The environment variable with the key; nothing else may hold it."""

LOCK = "judge.lock"
"""The file beside an article in which answers are kept."""

_HOST = re.compile(rb"[\w.:-]{1,253}", re.ASCII)
_CHAT = re.compile(r"/chat/completions/?$")


class Only(StrEnum):
    """Which sentences are asked about."""

    DOUBTFUL = "doubtful"
    """Those that are marked and by no error, or that our own model doubts."""
    ALL = "all"
    """Every sentence that references could settle."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """How far asking may go in one run.

    Attributes:
        sentences: asked about at most.
        tokens: sent and allowed for answers at most, estimated beforehand.
        seconds: spent on all requests together at most.
    """

    sentences: int = 200
    tokens: int = 500_000
    seconds: float = 900.0


@dataclass(frozen=True, slots=True)
class ChosenJudge:
    """A server that speaks the OpenAI chat interface, and what is wanted of it.

    Attributes:
        url: of the interface, as ``http://localhost:8080/v1``.
        server: its scheme, host and port, as reports show it.
        offline: whether only answers that are on record may be used.
    """

    url: str
    server: str
    model: str
    only: Only = Only.DOUBTFUL
    offline: bool = False
    ceiling: Ceiling = field(default_factory=Ceiling)


def chosen_judge(
    url: str,
    model: str,
    only: str = Only.DOUBTFUL,
    offline: bool = False,
    ceiling: Ceiling | None = None,
) -> ChosenJudge:
    """Return the model of a server.

    Args:
        url: of the server, with or without ``/v1`` and what follows it.
        model: as the server calls it.
        only: which sentences are asked about.
        offline: whether only answers that are on record may be used.
        ceiling: None for the usual one.

    Raises:
        AuditError: if no server can have that address, or it holds a name or password.
    """
    address = _address(url)
    if not model.strip():
        raise AuditError("--judge-model: must not be empty; name a model of the server")
    path = _CHAT.sub("", address.path).rstrip("/")
    base = address.copy_with(path=path or "/v1", query=None, fragment=None)
    server = f"{base.scheme}://{base.netloc.decode('ascii')}"
    return ChosenJudge(
        str(base), server, on_one_line(model.strip()), Only(only), offline, ceiling or Ceiling()
    )


def _address(url: str) -> "httpx.URL":
    import httpx

    try:
        address = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise AuditError("--judge: is no address; write one as http://localhost:8080") from error
    if address.userinfo:
        raise AuditError(f"--judge: holds a name or password; put the key into {KEY} instead")
    if address.scheme not in ("http", "https") or not _HOST.fullmatch(address.raw_host):
        raise AuditError(
            f"--judge {on_one_line(url)}: is no address; write one as http://localhost:8080"
        )
    return address
