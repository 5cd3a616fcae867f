"""Asking all questions of an audit: of the record first, then of the server, a few at a time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.knowledge.acting import on_one_line
from auditor.opinion.answers import LONGEST
from auditor.opinion.asked_sentences import Question
from auditor.opinion.judge_lock import Recorded
from auditor.opinion.prompt import Prompt
from auditor.opinion.replies import Reply, Unanswered

if TYPE_CHECKING:
    from auditor.opinion.chat_server import ChatServer

AT_ONCE = 4
"""Questions that a server works on at the same time. A guess."""

FAILURES = 2
"""Questions that fail at the start before nobody asks on: one may fail by itself. A guess."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A question as it is put, and its answer, None for none."""

    question: Question
    prompt: Prompt
    answer: Recorded | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """What came of the questions of an audit.

    Attributes:
        asked: in text order.
        failures: why questions have no answer, and how many for each.
    """

    asked: tuple[Posed, ...]
    failures: Mapping[str, int]

    @property
    def recorded(self) -> dict[str, Recorded]:
        """Return the answers by the digest of what was asked."""
        return {one.prompt.key: one.answer for one in self.asked if one.answer is not None}


def with_record(asked: Sequence[Posed], record: Mapping[str, Recorded]) -> tuple[Posed, ...]:
    """Return the questions with the answers that are on record."""
    return tuple(Posed(one.question, one.prompt, record.get(one.prompt.key)) for one in asked)


def answered(asked: Sequence[Posed], server: "ChatServer", deadline: float) -> Asking:
    """Return the questions with the answers of the server, in the order given.

    Until one is answered they are put one by one: so the server tells which form it takes, and if
    it is there. What is left after so many failures is not put.
    """
    open_ = list({one.prompt.key: one for one in asked if one.answer is None}.values())
    got: list[Reply | str] = []
    while len(got) < len(open_) and not (got and isinstance(got[-1], Reply)):
        if len(got) == FAILURES:
            got += [got[-1]] * (len(open_) - len(got))
        else:
            got.append(_tried(server, open_[len(got)], deadline))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        got += pool.map(lambda one: _tried(server, one, deadline), open_[len(got) :])
    by_key = {one.prompt.key: reply for one, reply in zip(open_, got, strict=True)}
    told = tuple(
        one if one.answer else Posed(one.question, one.prompt, _recorded(one, by_key))
        for one in asked
    )
    return Asking(told, Counter(reply for reply in got if isinstance(reply, str)))


def _tried(server: "ChatServer", one: Posed, deadline: float) -> Reply | str:
    """Return the reply to a question, or why there is none."""
    try:
        return server.ask(one.prompt, deadline)
    except Unanswered as error:
        return on_one_line(str(error))


def _recorded(one: Posed, replies: Mapping[str, Reply | str]) -> Recorded | None:
    reply = replies[one.prompt.key]
    if isinstance(reply, str):
        return None
    return Recorded(
        model=one.prompt.model,
        sentence=one.question.sentence.text,
        form=reply.form,
        fingerprint=reply.fingerprint,
        digest=reply.digest,
        written=reply.written[:LONGEST],
    )
