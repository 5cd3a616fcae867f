"""The mixture: rows cut to sentences, marked where they differ, and put in order."""

from random import Random
from typing import Any

from training.localise import differences, localise
from training.prepare import Parts, order
from training.rows import Label, Row, read_rows, write_rows
from training.schedule import WINDOW, Schedule, window_rows, window_steps


def row(hypothesis: str, label: Label, **more: Any) -> Row:
    return Row("A text.", hypothesis, label, "set", **more)


def test_differences_mark_words_and_gaps():
    text = "The mayor did resign in May"
    spans = differences(text, "The mayor did not resign in June")
    assert [text[start:end] for start, end in spans] == ["resign", "May"]


def test_faithful_summaries_become_sentences_and_unfaithful_ones_the_sentence_that_differs():
    rows = [
        row("Ann Poole won the long race. She trained for two years.", Label.SUPPORT),
        row("Ann Poole won the long race. She trained for nine years.", Label.NOT_SUPPORT),
    ]
    assert list(localise(rows)) == [
        row("Ann Poole won the long race.", Label.SUPPORT, spans=()),
        row("She trained for two years.", Label.SUPPORT, spans=()),
        row("She trained for nine years.", Label.NOT_SUPPORT, spans=((16, 20),)),
    ]


def test_each_pass_holds_the_core_and_a_share_of_the_rest_in_the_same_order_for_the_same_seed():
    core = (row("core", Label.SUPPORT),)
    base = tuple(row(f"base {n}", Label.SUPPORT) for n in range(4))
    parts = Parts(core, base, (), (row("wrong", Label.CONTRADICT),))
    found = [item.hypothesis for item in order(parts, 2, seed=1)]
    assert found == [item.hypothesis for item in order(parts, 2, seed=1)]
    assert found.count("core") == 2
    assert sorted(set(found)) == ["base 0", "base 1", "base 2", "base 3", "core", "wrong"]


def test_rows_are_read_back_as_written(tmp_path):
    rows = [
        row("One.", Label.SUPPORT, spans=()),
        row("Two.", Label.NOT_SUPPORT, spans=((0, 3),), soft=(0.1, 0.2, 0.7)),
        row("Three.", Label.NEUTRAL),
    ]
    write_rows(rows, tmp_path / "rows.jsonl.gz")
    assert list(read_rows(tmp_path / "rows.jsonl.gz")) == rows


def test_the_learning_rate_rises_stays_and_falls_once_cooldown_begins():
    schedule = Schedule(peak=1.0, warmup=10, cooldown=4)
    assert [schedule.rate(step, None) for step in (0, 9, 500)] == [0.1, 1.0, 1.0]
    assert [schedule.rate(step, 100) for step in (100, 102, 104)] == [1.0, 0.5, 0.0]


def test_windows_wrap_round_and_steps_hold_each_row_once():
    assert window_rows(3, 2, WINDOW * 2 * 3 + 5) == range(WINDOW * 2)
    steps = window_steps([10, 90, 40, 12, 91, 41, 9, 89], 4, 2, Random(1))
    assert sorted(place for step in steps for batch in step for place in batch) == list(range(8))
