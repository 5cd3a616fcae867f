"""What a model is worth: its figures beside ours, from labelled texts."""

import gzip
import json
from pathlib import Path

import pytest

from auditor.opinion.beside_ours import interval
from tests.command import Done, audit
from tests.opinion.judges import judging, says, texts

TRUE = "The harbour bridge in Selby was cleaned on Wednesday after a fair for the town."
WRONG = "The harbour bridge in Selby was painted on Wednesday after a fair for the town."


def denies(told: str) -> object:
    """Deny what the first passage has otherwise, and prove it; deny the rest without proof."""
    sentence, passage, *_ = texts(told)
    proof = passage if "painted" in sentence else "It is not so at all."
    return says(verdict="contradicted", kind="event", wrong_words=sentence.split()[-3], quote=proof)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with a file of claims and a bundle."""
    with gzip.open(tmp_path / "claims.jsonl.gz", "wt", encoding="utf-8") as lines:
        for said, label in ((TRUE, "support"), (WRONG, "not_support"), (TRUE, "support")):
            lines.write(json.dumps({"premise": TRUE, "hypothesis": said, "label": label}) + "\n")
    bundle = tmp_path / "bundle"
    (bundle / "refs").mkdir(parents=True)
    (bundle / "refs" / "wire.txt").write_text(TRUE, encoding="utf-8")
    (bundle / "article.txt").write_text(f"{WRONG}\n\n{TRUE}\n", encoding="utf-8")
    gold = [
        {"text": WRONG, "verdict": "contradicted", "accept": ["partial"]},
        {"text": TRUE, "verdict": "supported", "accept": []},
    ]
    (bundle / "gold.json").write_text(json.dumps({"sentences": gold}), encoding="utf-8")
    return tmp_path


def evaluated(desk: Path, *arguments: str) -> Done:
    with judging(denies) as url:
        judge = ("--judge", url, "--judge-model", "parrot", "--no-model")
        done = audit(desk, "judge", "--evaluate", *arguments, *judge)
    return Done(done.args, done.returncode, done.stdout.replace(url, "URL"), done.stderr)


def test_figures_stand_beside_ours_with_their_intervals(desk):
    done = evaluated(desk, "claims.jsonl.gz")
    assert done.returncode == 0
    assert done.stdout == (
        "claims.jsonl.gz, judged by parrot at URL; 90 % intervals\n"
        "                               flagged of 1 wrong      of 2 true               "
        "balanced accuracy\n"
        "ours                           0/1 = 0.00 (0.00–0.73)  0/2 = 0.00 (0.00–0.57)  "
        "0.50 (0.21–0.87)\n"
        "the model, believed            1/1 = 1.00 (0.27–1.00)  2/2 = 1.00 (0.43–1.00)  "
        "0.50 (0.13–0.79)\n"
        "the model, where it proves it  1/1 = 1.00 (0.27–1.00)  0/2 = 0.00 (0.00–0.57)  "
        "1.00 (0.54–1.00)\n"
        "both                           1/1 = 1.00 (0.27–1.00)  0/2 = 0.00 (0.00–0.57)  "
        "1.00 (0.54–1.00)\n"
        "3 questions: 1 counted (contradicted), "
        "2 dropped (its quotation does not stand in that passage)\n\n"
    )
    assert done.stderr.startswith("audit: sends up to 3 labelled texts and the passages beside")


def test_several_sets_have_a_table_each_and_a_limit(desk):
    done = evaluated(desk, "claims.jsonl.gz", "bundle", "--limit", "1")
    assert "claims.jsonl.gz, judged by" in done.stdout
    assert "flagged of 0 wrong" in done.stdout
    assert "bundle, judged by" in done.stdout
    assert "flagged of 1 wrong" in done.stdout
    assert done.stdout.count("1 questions: ") == 2


def test_figures_are_replayed_from_the_record(desk):
    live = evaluated(desk, "bundle", "--judge-lock", "kept.lock")
    again = evaluated(desk, "bundle", "--judge-lock", "kept.lock", "--offline")
    assert (again.returncode, again.stdout, again.stderr) == (0, live.stdout, "")


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        ("none.jsonl", None, "none.jsonl: cannot be read (No such file or directory)"),
        ("empty.jsonl", "", "empty.jsonl: holds nothing that is labelled"),
        ("other.jsonl", "{}\n", "other.jsonl: is neither a bundle nor a file of claims"),
        ("no.jsonl", "not JSON\n", "no.jsonl: is neither a bundle nor a file of claims"),
        ("bad.jsonl.gz", "not gzip", "bad.jsonl.gz: cannot be read"),
    ],
)
def test_what_is_no_set_is_an_error(tmp_path, name, written, told):
    if written is not None:
        (tmp_path / name).write_text(written, encoding="utf-8")
    done = evaluated(tmp_path, name)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def test_without_a_server_nothing_is_evaluated(tmp_path):
    done = audit(tmp_path, "judge", "--evaluate", "x.jsonl")
    assert done.returncode == 2
    assert "--judge: is missing; name the server to evaluate" in done.stderr


@pytest.mark.parametrize(
    ("hits", "all_", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.213), (5, 10, 0.269, 0.731), (10, 10, 0.787, 1.0)],
)
def test_an_interval_is_wilsons(hits, all_, low, high):
    assert interval(hits, all_) == pytest.approx((low, high), abs=0.001)
