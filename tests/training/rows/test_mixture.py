"""The mixture: rows cut to sentences, marked where they differ, and put in order."""

from dataclasses import replace
from random import Random
from typing import Any

from training.fit.schedule import WINDOW, Schedule, window_rows, window_steps
from training.rows.localise import differences, localise
from training.rows.prepare import Parts, order
from training.rows.rows import Label, Row, read_rows, write_rows
from training.rows.twins import mixed, twins


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
        row("Three.", Label.NEUTRAL, twin=True),
    ]
    write_rows(rows, tmp_path / "rows.jsonl.gz")
    assert list(read_rows(tmp_path / "rows.jsonl.gz")) == rows


def test_the_learning_rate_rises_stays_and_falls_once_cooldown_begins():
    schedule = Schedule(peak=1.0, warmup=10, cooldown=4)
    assert [schedule.rate(step, None) for step in (0, 9, 500)] == [0.1, 1.0, 1.0]
    assert [schedule.rate(step, 100) for step in (100, 102, 104)] == [1.0, 0.5, 0.0]


def test_windows_wrap_round_and_steps_hold_each_row_once():
    assert window_rows(3, 2, WINDOW * 2 * 3 + 5) == range(WINDOW * 2)
    lengths = [10, 90, 40, 12, 91, 41, 9, 89]
    steps = window_steps(lengths, [False] * 8, 4, 2, Random(1))
    assert sorted(place for step in steps for batch in step for place in batch) == list(range(8))


def test_a_twin_stays_in_the_batch_of_the_row_before_it():
    twins = [False, True, False, True, False, False]
    steps = window_steps([10, 90, 40, 12, 91, 95], twins, 4, 2, Random(1))
    held = [batch for step in steps for batch in step]
    assert sorted(map(sorted, held)) == [[0, 1], [2, 3], [4, 5]]


def test_twins_change_nothing_in_how_many_steps_a_window_takes():
    twins = [False, True] * 32
    assert len(window_steps(list(range(64)), twins, 16, 1, Random(1))) == 4
    assert len(window_steps(list(range(64)), [False] * 64, 16, 1, Random(1))) == 4


def test_a_wrong_sentence_is_the_twin_of_a_true_one_that_says_nearly_the_same():
    true = row("The old mill burned down on Monday night.", Label.SUPPORT)
    near = row("The old mill burned down on Friday night.", Label.CONTRADICT)
    far = row("The old mill burned down after the owners had left it.", Label.NEUTRAL)
    other = row("The mayor of the town spoke to the crews at length.", Label.SUPPORT)
    assert list(twins([far, other, near, true])) == [(true, replace(near, twin=True))]


def test_people_s_wrong_sentences_are_paired_before_those_made_by_programs():
    true = row("The old mill burned down on Monday night.", Label.SUPPORT)
    made = Row(
        "A text.", "The old mill burned down on May night.", Label.CONTRADICT, "edit:date:set"
    )
    said = row("The old mill burned down on Sunday night.", Label.NOT_SUPPORT)
    assert list(twins([made, said, true])) == [(true, replace(said, twin=True))]


def test_twins_stand_together_once_among_as_many_lone_rows_as_asked():
    true = row("The old mill burned down on Monday night.", Label.SUPPORT)
    near = row("The old mill burned down on Friday night.", Label.CONTRADICT)
    lone = [row(f"Lone {n}.", Label.SUPPORT) for n in range(5)]
    found = list(mixed([*lone, near, true, true, *lone], 1.0, 1.0, Random(1)))
    assert len(found) == 4
    assert found[found.index(true) + 1] == replace(near, twin=True)
    assert list(mixed(lone, 1.0, 1.0, Random(1))) == []
