"""Whoever is asked for second opinions in a run: what is said before, what is kept, what counts."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import AuditError, Unwritten
from auditor.evidence.case import Case
from auditor.knowledge.acting import on_one_line
from auditor.model.audit import Audit
from auditor.model.finding import Problem
from auditor.model.rule import Rule
from auditor.model.second_opinion import SecondOpinion, SentPassage
from auditor.model.text import Spanned
from auditor.opinion.answers import Stated, answer
from auditor.opinion.asked_sentences import Question, questions
from auditor.opinion.asking import Asking, Posed, answered, with_record
from auditor.opinion.chosen_judge import ChosenJudge
from auditor.opinion.heard import heard
from auditor.opinion.judge_lock import Recorded, lock_text, read_lock
from auditor.opinion.prompt import prompt
from auditor.opinion.what_counts import Drop, Opinion, opinion
from auditor.write.files import write_whole

if TYPE_CHECKING:
    from auditor.opinion.chat_server import ChatServer

STAGE = "opinion"
"""What problems call it."""

Weighed = Opinion | Drop | None
"""What an answer comes to; None where the model could not tell."""


def _silent(_line: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Consultation:
    """What was asked about an audit, and what came of it.

    Attributes:
        weighed: what each answer comes to, by the id of its sentence.
        problems: what was not asked, answered or kept.
    """

    asking: Asking
    weighed: Mapping[str, Weighed]
    problems: tuple[Problem, ...]


class Consultant:
    """A language model that is asked about the articles of a run, within one ceiling for all."""

    def __init__(
        self,
        chosen: ChosenJudge,
        tell: Callable[[str], None] = _silent,
        server: "ChatServer | None" = None,
    ) -> None:
        """Begin with nothing asked.

        Args:
            chosen: which model, and how far asking may go.
            tell: gets a line before anything is sent.
            server: the way to it; None for the usual one, opened when it is needed.
        """
        self.chosen = chosen
        self._tell = tell
        self._server = server
        self._sentences = self._tokens = 0
        self._deadline: float | None = None

    def consult(
        self, case: Case, audit: Audit, lock: Path | None, spans: Sequence[Spanned] | None = None
    ) -> Consultation:
        """Return what is asked about an audit, and what comes of it.

        Args:
            case: the one that was audited, as our model read it.
            audit: before anybody else was asked.
            lock: the file of answers on record, None for none.
            spans: asked about is only what touches one of them; None for everything.

        Raises:
            AuditError: if the file is none of answers, or lacks one and nobody may be asked.
        """
        wanted = tuple(questions(case, audit, self.chosen.only, spans))
        due = self._within(wanted)
        record = read_lock(lock) if lock else {}
        asking = self._asking(with_record(due, record), audit, lock)
        problems = [*self._unasked(len(wanted) - len(due), audit), *self._failed(asking, audit)]
        if lock:
            problems += _kept(lock, record, asking.recorded)
        weighed = {
            one.question.sentence.id: _weighed(case, one) for one in asking.asked if one.answer
        }
        return Consultation(asking, weighed, tuple(problems))

    def heard(self, case: Case, audit: Audit, rules: Sequence[Rule], spoken: Consultation) -> Audit:
        """Return the audit with what counts of a consultation, by `rules`."""
        opinions = {id_: one for id_, one in spoken.weighed.items() if isinstance(one, Opinion)}
        after = heard(case, audit, opinions, self.chosen.model, rules)
        settings = {**audit.signature.settings, **self._signed(spoken.asking.recorded)}
        return replace(
            after,
            signature=replace(audit.signature, settings=settings),
            problems=(*audit.problems, *spoken.problems),
            second=self._second(spoken),
        )

    def _within(self, wanted: Sequence[Question]) -> tuple[Posed, ...]:
        """Return the questions that the ceiling leaves room for, the first ones."""
        due = []
        for question in wanted:
            put = prompt(self.chosen.model, question)
            ceiling = self.chosen.ceiling
            if self._sentences == ceiling.sentences or self._tokens + put.tokens > ceiling.tokens:
                break
            self._sentences += 1
            self._tokens += put.tokens
            due.append(Posed(question, put))
        return tuple(due)

    def _asking(self, due: Sequence[Posed], audit: Audit, lock: Path | None) -> Asking:
        """Return the questions with their answers; what is not on record is asked now."""
        open_ = [one for one in due if one.answer is None]
        if not open_:
            return Asking(tuple(due), {})
        if self.chosen.offline:
            where = lock or audit.article.document.path
            raise AuditError(
                f"{where}: --judge needs {len(open_)} answers that are not on record, and "
                "--offline forbids to ask; run once without --offline, or without --judge"
            )
        self._tell(self._announced(open_, len(due), audit))
        if self._server is None:
            from auditor.opinion.chat_server import ChatServer

            self._server = ChatServer(self.chosen)
        if self._deadline is None:
            self._deadline = self._server.now() + self.chosen.ceiling.seconds
        return answered(due, self._server, self._deadline)

    def _announced(self, open_: Sequence[Posed], due: int, audit: Audit) -> str:
        """Return what is about to be sent, and where."""
        paths = {text.document.id: text.document.path for text in audit.references}
        passages = _passages(open_)
        named = ", ".join(dict.fromkeys(paths[one.reference] for one in passages))
        kept = f" ({due - len(open_)} more are answered on record)" if due > len(open_) else ""
        return (
            f"audit: {audit.article.document.path}: sends {_counted(len(open_), 'sentence')} and "
            f"{_counted(len(passages), 'passage')} of {named} to {self.chosen.model} "
            f"at {self.chosen.server}{kept}"
        )

    def _unasked(self, left: int, audit: Audit) -> Iterator[Problem]:
        if left:
            reason = (
                f"{_counted(left, 'sentence')} had no second opinion: the limit of the run was "
                "reached; raise --judge-limit or --judge-tokens"
            )
            yield Problem(STAGE, audit.article.document.path, reason)

    def _failed(self, asking: Asking, audit: Audit) -> Iterator[Problem]:
        for why, times in sorted(asking.failures.items()):
            reason = f"{_counted(times, 'sentence')} had no second opinion of {self.chosen.model}"
            told = f"{reason} at {self.chosen.server}: {why}"
            yield Problem(STAGE, audit.article.document.path, told)

    def _signed(self, recorded: Mapping[str, Recorded]) -> dict[str, str]:
        """Return what the signature tells of the model, as its server describes it."""
        told = {" ".join(filter(None, (one.digest, one.fingerprint))) for one in recorded.values()}
        return {
            "judge": f"{self.chosen.model} at {self.chosen.server}",
            "judge-only": self.chosen.only.value,
            "judge-digest": on_one_line("; ".join(sorted(filter(None, told)))) or "none",
        }

    def _second(self, spoken: Consultation) -> SecondOpinion:
        asking, weighed = spoken.asking, spoken.weighed
        drops = Counter(one for one in weighed.values() if isinstance(one, Drop))
        return SecondOpinion(
            server=self.chosen.server,
            model=self.chosen.model,
            only=self.chosen.only.value,
            sentences=tuple(one.question.sentence.id for one in asking.asked),
            passages=_passages(asking.asked),
            counted=sum(isinstance(one, Opinion) for one in weighed.values()),
            undecided=sum(one is None for one in weighed.values()),
            dropped=tuple((why.value, drops[why]) for why in Drop if drops[why]),
            unanswered=len(asking.asked) - len(weighed),
        )


def _weighed(case: Case, one: Posed) -> Weighed:
    said = answer(one.answer.written) if one.answer else None
    if said is None:
        return Drop.NO_ANSWER
    return None if said.verdict is Stated.UNSURE else opinion(case, one.question, said)


def _passages(asked: Sequence[Posed]) -> tuple[SentPassage, ...]:
    """Return what stands beside the sentences, each once, by reference and place."""
    sent = {
        SentPassage(one.evidence.reference, one.evidence.start, one.evidence.end)
        for each in asked
        for one in each.question.passages
    }
    return tuple(sorted(sent, key=lambda one: (int(one.reference[1:]), one.start)))


def _kept(
    lock: Path, before: Mapping[str, Recorded], now: Mapping[str, Recorded]
) -> Iterator[Problem]:
    """Write the answers down where there are new ones; yield a problem where that fails."""
    if all(key in before for key in now):
        return
    try:
        write_whole(lock, lock_text({**before, **now}))
    except Unwritten as error:
        reason = str(error).removeprefix(f"{lock}: ").replace("--output", "--judge-lock")
        yield Problem(STAGE, str(lock), f"the answers are not on record: {reason}")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
