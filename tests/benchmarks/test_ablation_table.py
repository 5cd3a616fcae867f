"""The table of what moving each guess did."""

from benchmarks.quality.ablation_table import cell, moves, table

LINES = (
    '{"move": "checks/a.B × 0.67", "changes": {"found twins dev": 2, "lost cases": 1}}',
    '{"move": "checks/a.B × 1.5", "changes": {"any bundles": 3}}',
    '{"move": "checks/gone.C × 0.67", "changes": {"marked cliff": 1}}',
)


def test_a_cell_counts_errors_and_true_sentences_over_all_sources():
    assert cell({"found a": 1, "found b": 2, "left a": 4}) == "+3 −0 / +0 −4"
    assert cell({"marked a": 1}) == "0 / +1 −0"
    assert cell({"any a": 2, "told otherwise a": 1}) == "notes"
    assert cell({}) == "none"


def test_the_table_has_a_line_for_each_guess_that_the_package_still_has():
    assert list(table(moves(LINES), ["checks/a.B", "checks/never.moved"])) == [
        "| guess | × 0.67 | × 1.5 |",
        "|---|---|---|",
        "| checks/a.B | +2 −1 / 0 | notes |",
    ]


def test_no_lines_make_an_empty_table():
    assert list(table(moves(()), ["checks/a.B"])) == ["| guess |  |", "|---|"]
