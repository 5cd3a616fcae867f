"""What comes of a question to a server: a reply, or why there is none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server wrote, and what it says of who wrote it; "" where it does not say."""

    written: str
    form: str
    fingerprint: str = ""
    digest: str = ""


class Unanswered(Exception):  # noqa: N818  # reads as what it is
    """A question that the server did not answer; the message says why."""


class FormRefused(Unanswered):
    """A request whose form the server does not take."""


class AskLater(Unanswered):
    """A question that the server may answer after so many seconds at least."""

    def __init__(self, why: str, seconds: float = 0.0) -> None:
        """Keep the seconds."""
        super().__init__(why)
        self.seconds = seconds
