"""A story that every test of opinions is about, and our own audit of it."""

from collections.abc import Sequence
from functools import cache

from auditor.evidence.case import Case
from auditor.knowledge.rules import load_rules
from auditor.load import document_from_text
from auditor.model.audit import Audit
from auditor.model.reading import Reading
from auditor.opinion.asked_sentences import Question, questions
from auditor.opinion.chosen_judge import Only
from auditor.pipeline import audited, prepared

ARTICLE = """The harbour bridge in Selby was painted on Wednesday after a fair for the whole town.

Mayor Ruth Alder was found not guilty of fraud by the court in Leith on Monday.

A ferry with 40 passengers ran aground off Tarn on Friday evening, the coastguard said.

Whales sang beneath the frozen lanterns of a forgotten cathedral.
"""
REFERENCE = """The harbour bridge in Selby was cleaned on Wednesday after a fair for the whole town.

Mayor Ruth Alder was found not guilty of fraud by the court in Leith on Monday.

A ferry with 30 passengers ran aground off Tarn on Friday evening, the coastguard said.
"""
BRIDGE, MAYOR, FERRY = (line for line in ARTICLE.split("\n\n")[:3])

Seen = tuple[Case, Audit]


class Doubting:
    """A reader that doubts whatever it reads."""

    digest = "sha256:0"

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        return tuple(Reading(0.001, 0.95, 0.049) for _ in pairs)


@cache
def seen(*, doubts: bool = False) -> Seen:
    """Return the case and our audit of it; `doubts` tells whether our model doubts everything."""
    kept: list[Seen] = []

    def keep(case: Case, own: Audit) -> Audit:
        kept.append((case, own))
        return own

    case = prepared(
        document_from_text("article", "article.txt", ARTICLE),
        [document_from_text("r1", "wire.txt", REFERENCE)],
    )
    audited(case, load_rules(), entailment=Doubting() if doubts else None, second=keep)
    return kept[0]


def question(sentence: str, *, doubts: bool = False) -> Question:
    """Return what is asked about a sentence of the article."""
    asked = questions(*seen(doubts=doubts), Only.ALL)
    return next(one for one in asked if one.sentence.text == sentence)
