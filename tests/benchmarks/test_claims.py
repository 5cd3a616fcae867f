"""The benchmark of claims: what is kept is what would be parsed."""

import gzip
import json
from pathlib import Path

from benchmarks.claims.__main__ import figures
from benchmarks.claims.cases import Claim, claims

ROWS = (
    {"id": "1-ref", "premise": "The store was ruined.", "hypothesis": "The shop was destroyed."},
    {"id": "1-edit", "premise": "The store was ruined.", "hypothesis": "The shop was saved."},
)


def written(folder: Path, *hypotheses: str) -> Path:
    path = folder / "set.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for row, said, label in zip(ROWS, hypotheses, ("support", "contradict"), strict=True):
            lines.write(json.dumps({**row, "hypothesis": said, "label": label}) + "\n")
    return path


def seen(found: tuple[Claim, ...]) -> list[object]:
    return [(claim.row, claim.case.links, claim.case.events) for claim in found]


def test_kept_claims_are_those_that_were_parsed(tmp_path):
    path, kept = written(tmp_path, "It burnt.", "It stood."), tmp_path / "kept"
    parsed = claims(path, None, kept)
    assert [claim.row.claim for claim in parsed] == ["It burnt.", "It stood."]
    assert seen(claims(path, None, kept)) == seen(parsed)
    assert seen(claims(path, None, None)) == seen(parsed)


def test_other_rows_of_a_set_are_parsed_anew(tmp_path):
    kept = tmp_path / "kept"
    claims(written(tmp_path, "It burnt.", "It stood."), None, kept)
    (first, _) = claims(written(tmp_path, "It fell.", "It stood."), None, kept)
    assert first.row.claim == "It fell."
    assert len(claims(tmp_path / "set.jsonl.gz", 1, kept)) == 1


def test_a_system_that_scores_the_true_claim_higher_has_all_pairs_right(tmp_path):
    found = claims(written(tmp_path, "The shop was destroyed.", "It was saved."), None, None)
    told = figures(lambda claim: (claim.row.is_supported, float(claim.row.is_supported)), found, 0)
    assert {key: told[key] for key in ("bacc", "auc", "fpr", "pair")} == {
        "bacc": 1.0, "auc": 1.0, "fpr": 0.0, "pair": 1.0,
    }  # fmt: skip
