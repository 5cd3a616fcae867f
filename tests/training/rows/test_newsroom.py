"""The corpus as training rows: twins beside each other, core rows between them."""

import datetime
from random import Random

from training.rows.corpus import Case, Claim, Kind, Report
from training.rows.corpus import Label as Written
from training.rows.newsroom import passes, units
from training.rows.rows import Label, Row

REPORT = "Anna Hart beat Mary Poole in the recount. The count took nine hours."


def claim(text: str, wrong: str | None = None, twin: int | None = None) -> Claim:
    label = Written.CONTRADICTED if wrong else Written.SUPPORTED
    return Claim(text=text, label=label, kind=Kind.ROLE if wrong else None, wrong=wrong, twin=twin)


def case(*claims: Claim) -> Case:
    report = Report(date=datetime.date(2026, 1, 5), text=REPORT)
    return Case(id="x-001", domain="x", reports=(report,), sentences=claims)


def row(text: str, span: tuple[int, int] | None = None, *, twin: bool = False) -> Row:
    return Row(
        premise=REPORT,
        hypothesis=text,
        label=Label.CONTRADICT if span else Label.SUPPORT,
        source=f"newsroom:x/{'role' if span else 'true'}",
        spans=(span,) if span else (),
        twin=twin,
    )


TRUE = claim("Poole lost.")
WRONG = claim("Hart lost.", wrong="Hart", twin=1)
AGAIN = claim("Poole won.", wrong="won", twin=1)
CASE = case(WRONG, TRUE, AGAIN)


def test_the_first_wrong_sentence_stands_behind_the_true_one_it_edits_and_others_alone():
    assert list(units(CASE)) == [
        (row("Poole lost."), row("Hart lost.", (0, 4), twin=True)),
        (row("Poole won.", (6, 9)),),
    ]


def test_a_case_without_sentences_has_no_rows():
    assert list(units(case())) == []


def test_a_pass_holds_every_sentence_once_with_its_share_of_core_rows_others_in_the_next():
    core = [row(f"Core {n}.") for n in range(8)]
    rows = [one.hypothesis for one in passes([CASE], core, 1.0, 2, Random(1))]
    written = [one.text for one in CASE.sentences]
    assert sorted(rows[:6]) == sorted([*written, "Core 0.", "Core 1.", "Core 2."])
    assert sorted(rows[6:]) == sorted([*written, "Core 3.", "Core 4.", "Core 5."])


def test_core_rows_begin_again_where_they_end():
    rows = [one.hypothesis for one in passes([CASE], [row("A."), row("B.")], 1.0, 1, Random(1))]
    assert (rows.count("A."), rows.count("B.")) == (2, 1)


def test_without_core_rows_the_corpus_stands_alone():
    assert len(list(passes([CASE], [], 1.0, 1, Random(1)))) == len(CASE.sentences)
