"""The quality benchmark: what counts as right, what is pinned, what may sink."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.api import Auditor
from auditor.model.rule import Precision
from auditor.model.words import Severity
from benchmarks.pairs.pairs import kinds_of
from benchmarks.quality import ours, pinned, precision
from benchmarks.quality.figures import figures, interval, table
from benchmarks.quality.outcomes import Faithful, Found, Judgement, Mark, Outcome, judged
from benchmarks.quality.rows import Row, Wrong, digest

REFERENCE = "A fire destroyed a shoe factory in Porto on Monday. It killed 12 people."
ARTICLE = "A fire destroyed a shoe factory in Porto on Monday. It killed 15 people."


ALL = "1/1 = 1.00 (0.27–1.00)"


def row(*wrong: Wrong, article: str = ARTICLE, source: str = "made") -> Row:
    return Row(source, "fire", article, (("r.txt", REFERENCE),), wrong)


def outcome_of(one: Row) -> Outcome:
    audit = Auditor(model=False).audit_text(one.article, dict(one.references)).audit
    return judged(one, audit)


def test_a_mark_on_wrong_words_is_right_and_one_in_a_true_sentence_wrong():
    start = ARTICLE.index("15")
    right = outcome_of(row(Wrong(start, start + 2, ("number",), "number")))
    assert [(mark.rule, mark.judgement, mark.at) for mark in right.marks] == [
        ("number-conflict", Judgement.RIGHT, "fire!0")
    ]
    assert right.found == (Found("fire!0", "number", loud=True, typed=True, flagged=True),)
    assert right.faithful == (Faithful("fire:s1", loud=False, flagged=False, contradicted=False),)
    wrong = outcome_of(row())
    assert [(mark.judgement, mark.at) for mark in wrong.marks] == [(Judgement.WRONG, "fire:s2")]
    assert wrong.faithful[1] == Faithful("fire:s2", loud=True, flagged=True, contradicted=True)


def test_a_mark_beside_the_wrong_words_of_a_sentence_is_neither():
    start = ARTICLE.index("people")
    (mark,) = outcome_of(row(Wrong(start, start + 6))).marks
    assert mark.judgement is Judgement.BESIDE


def test_a_mark_milder_than_its_rule_is_counted_by_itself():
    one = row()
    audit = Auditor(model=False).audit_text(one.article, dict(one.references)).audit
    milder = tuple(
        replace(
            sentence,
            findings=tuple(replace(f, severity=Severity.NOTE) for f in sentence.findings),
        )
        for sentence in audit.sentences
    )
    assert judged(one, replace(audit, sentences=milder)).marks == (
        Mark("number-conflict-borne-out", Severity.NOTE, Judgement.WRONG, "fire:s2", "15"),
    )


def made(
    *marks: Mark, found: tuple[Found, ...] = (), faithful: tuple[Faithful, ...] = ()
) -> Outcome:
    return Outcome("made", marks, found, faithful)


def mark(judgement: Judgement, at: str, rule: str = "number-conflict") -> Mark:
    return Mark(rule, Severity.ERROR, judgement, at, "15")


def test_a_place_that_is_marked_twice_counts_once():
    counted = figures([made(mark(Judgement.RIGHT, "a!0"), mark(Judgement.RIGHT, "a!0"))])
    assert precision.measured(counted.rules["number-conflict"]) == Precision(right=1, wrong=0)


def test_both_tables_are_written():
    outcome = made(
        mark(Judgement.RIGHT, "a!0"),
        mark(Judgement.WRONG, "b:s1"),
        found=(Found("a!0", "number", loud=True, typed=True, flagged=True),),
        faithful=(Faithful("b:s1", loud=True, flagged=True, contradicted=True),),
    )
    assert table(figures([outcome])).splitlines() == [
        "| source | rows | errors marked | named | flagged | true marked | flagged | denied |",
        "|---|---|---|---|---|---|---|---|",
        f"| made | 1 | {ALL} | 1 | {ALL} | {ALL} | {ALL} | 1 |",
        "",
        "| rule | severity | right of right and wrong | beside | by source: right/wrong |",
        "|---|---|---|---|---|",
        "| number-conflict | error | 1/2 = 0.50 (0.12–0.88) | 0 | made 1/1 |",
    ]


@pytest.mark.parametrize(
    ("hits", "all_", "low", "high"),
    [(0, 0, 0.0, 1.0), (10, 10, 0.787, 1.0), (0, 10, 0.0, 0.213), (50, 100, 0.419, 0.581)],
)
def test_intervals_are_wilsons(hits, all_, low, high):
    assert interval(hits, all_) == pytest.approx((low, high), abs=0.001)


@pytest.mark.parametrize(
    ("lost", "won", "beyond"),
    [(0, 0, False), (4, 0, False), (5, 0, True), (6, 3, False), (10, 2, True), (0, 9, False)],
)
def test_what_a_coin_might_have_tossed_is_not_sunk(lost, won, beyond):
    assert pinned.is_beyond_chance(lost, won) is beyond


def pins(right: list[str], wrong: list[str], source: str = "made") -> pinned.Pins:
    return pinned.Pins(
        {source: "0"}, {("number-conflict", source): right}, {("number-conflict", source): wrong}
    )


def test_a_sunk_figure_is_named_with_its_rule_and_rows():
    before = pins([f"a{n}" for n in range(9)], [])
    assert list(pinned.sunk(before, pins(["a0", "a1", "a2", "a3"], []))) == [
        "number-conflict on made finds less: a4, a5, a6, a7, a8",
        "number-conflict finds less over all sources: made a4, made a5, made a6, made a7, made a8",
    ]
    after = pins([f"a{n}" for n in range(9)], [f"b{n}" for n in range(5)])
    assert next(pinned.sunk(before, after)) == (
        "number-conflict on made marks more that is true: b0, b1, b2, b3, b4"
    )
    assert list(pinned.sunk(before, before)) == []


def test_rows_that_changed_are_not_compared():
    before = pins([f"a{n}" for n in range(9)], [])
    after = pinned.Pins({"made": "1"}, {}, {})
    assert list(pinned.sunk(before, after)) == [
        "made: its rows are not those that were pinned; look, and pin anew"
    ]


def test_pins_come_back_as_they_were_written_and_those_of_other_sources_stay(tmp_path: Path):
    path = tmp_path / "quality.toml"
    pinned.write(pins(["a"], []), path)
    pinned.write(pins(["b", "c"], ["d"], "other"), path)
    read = pinned.read(path)
    assert read.digests == {"made": "0", "other": "0"}
    assert read.good == {
        ("number-conflict", "made"): ["a"],
        ("number-conflict", "other"): ["b", "c"],
    }
    assert read.bad == {("number-conflict", "made"): [], ("number-conflict", "other"): ["d"]}


@pytest.mark.parametrize("source", sorted(pinned.HIDDEN))
def test_places_that_only_the_gate_may_touch_are_not_written(source: str):
    outcome = Outcome(source, (mark(Judgement.WRONG, "story:s1"),), (), ())
    found = pinned.pins([row(source=source)], figures([outcome]))
    assert found.bad["number-conflict", source] == 1


def test_a_pair_makes_a_row_with_its_wrong_words_and_a_faithful_one():
    rows = tuple(ours.pairs("later"))
    wrong, faithful = rows[:2]
    assert len(rows) == 2 * 132
    assert (faithful.source, faithful.id, faithful.wrong) == (
        "pairs later",
        f"{wrong.id} faithful",
        (),
    )
    assert {one.kind for row in rows for one in row.wrong} == set(kinds_of("later"))


def test_a_change_of_a_row_changes_the_digest():
    assert digest([row()]) != digest([row(Wrong(0, 1))])


def test_precision_is_written_into_the_file_of_its_rule(tmp_path: Path):
    path = tmp_path / "number-conflict.toml"
    path.write_text('precision = { right = 9, wrong = 9 }\nchecker = "numbers"\n', encoding="utf-8")
    counted = figures([made(mark(Judgement.RIGHT, "a!0"), mark(Judgement.WRONG, "b:s1"))])
    precision.write(counted, tmp_path)
    assert path.read_text(encoding="utf-8") == (
        'precision = { right = 1, wrong = 1 }\nchecker = "numbers"\n'
    )


@pytest.mark.parametrize(("half", "stories"), [("develop", 46), ("gate", 18)])
def test_each_story_differs_from_its_corrected_twin_in_the_planted_words_alone(half, stories):
    rows = list(ours.stories(half))
    assert len(rows) == 2 * stories
    for article, clean in zip(rows[::2], rows[1::2], strict=True):
        assert clean.id == f"{article.id} corrected"
        assert len(article.references) == 3
        planted = json.loads(
            (ours.STORIES / half / article.id / "planted.json").read_text(encoding="utf-8")
        )
        assert 4 <= len(planted) <= 6
        mended = article.article
        for one in planted:
            assert mended.count(one["words"]) == 1
            mended = mended.replace(one["words"], one["was"])
        assert re.sub(r"\s+", "", mended) == re.sub(r"\s+", "", clean.article)
