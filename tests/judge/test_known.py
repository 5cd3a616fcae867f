"""Which findings were there before."""

import pytest

from auditor.judge.known import with_known
from auditor.model.listed import KnownBy
from auditor.model.since import Changes
from tests.render.sample import ARTICLE, AUDIT, STRUCK, WAIVED

DAY, NUMBER, QUOTE = (item.fingerprint for item in AUDIT.findings if item.sentence)
PLACE = ARTICLE.index("“We had no"), ARTICLE.index(" captain")


def known(**changes: tuple[tuple[int, int], ...]) -> list[KnownBy | None]:
    report = with_known(AUDIT, changes=Changes("0" * 40, changes))
    return [item.known for item in report.findings]


def test_what_the_baseline_has_is_known_and_does_not_count():
    report = with_known(AUDIT, baseline=frozenset({DAY, "0" * 32}))
    assert [item.known for item in report.findings] == [None, KnownBy.BASELINE, None, None]
    assert [item.finding.rule for item in report.unwaived] == [
        "references-disagree",
        "number-conflict",
        "quote-altered",
    ]


UNCHANGED = KnownBy.UNCHANGED


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, [UNCHANGED] * 4),
        ({"article": (PLACE,)}, [None, UNCHANGED, UNCHANGED, None]),
        ({"r1": ((STRUCK.start, STRUCK.start + 1),)}, [UNCHANGED, None, UNCHANGED, UNCHANGED]),
        ({"r1": ((0, 3),)}, [UNCHANGED] * 4),
    ],
)
def test_what_changed_neither_in_its_sentence_nor_in_a_passage_is_known(changes, found):
    assert known(**changes) == found


def test_a_waiver_is_told_before_that_a_finding_is_known():
    report = with_known(WAIVED, baseline=frozenset({DAY}))
    assert [item.state for item in report.findings] == ["note", "waived", "warning", "error"]


def test_the_signature_tells_what_the_findings_were_held_against():
    settings = with_known(AUDIT, frozenset(), Changes("0" * 40, {})).signature.settings
    assert sorted(settings) == ["baseline", "diff", "fail_on", "model"]
    assert with_known(AUDIT) == AUDIT
