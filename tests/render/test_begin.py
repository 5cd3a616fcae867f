"""Which sentences an editor is told to begin with."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

import pytest

from auditor.model.audit import Audit
from auditor.model.date import Date
from auditor.model.finding import Finding
from auditor.model.words import Severity, Verdict
from auditor.render.gravest import gravest
from auditor.render.html import to_html

from .sample import AUDIT, DISMISSED, MISQUOTED, WRONG_DAY, WRONG_NUMBER

NOTED = replace(WRONG_DAY, severity=Severity.NOTE)
OTHERWISE = replace(WRONG_DAY, expected="Saturday")
UNKNOWN = replace(WRONG_DAY, expected=None)


def report(*findings: Sequence[Finding]) -> Audit:
    """Return a report whose sentences have the findings, each with its place moved there.

    All but the findings of the sentences weighs the same.
    """
    rows = [
        replace(
            judged,
            verdict=Verdict.CONTRADICTED if own else Verdict.SUPPORTED,
            support=0.5,
            findings=tuple(
                replace(f, start=judged.sentence.start + n, end=judged.sentence.start + n + 1)
                for n, f in enumerate(own)
            ),
        )
        for judged, own in zip(AUDIT.sentences, findings, strict=False)
    ]
    return replace(AUDIT, sentences=tuple(rows), article_findings=())


@pytest.mark.parametrize(
    ("findings", "begun"),
    [
        ([[WRONG_DAY], [], [WRONG_DAY]], [("s1", ["s3"])]),
        ([[WRONG_DAY], [WRONG_DAY], [WRONG_DAY, MISQUOTED]], [("s3", ["s1", "s2"])]),
        ([[WRONG_DAY, MISQUOTED], [WRONG_DAY, WRONG_NUMBER]], [("s1", ["s2"]), ("s2", [])]),
        ([[WRONG_DAY, WRONG_DAY]], [("s1", [])]),
        ([[WRONG_DAY], [WRONG_DAY, NOTED]], [("s1", ["s2"])]),
        # another correction, none, or a note asks for a look of its own or for none
        ([[WRONG_DAY], [OTHERWISE]], [("s1", []), ("s2", [])]),
        ([[UNKNOWN], [UNKNOWN]], [("s1", []), ("s2", [])]),
        ([[WRONG_DAY], [NOTED]], [("s1", [])]),
    ],
)
def test_one_correction_stands_once_with_its_places(findings, begun):
    made = report(*findings)
    found = gravest(made, made.findings)
    assert [(one.id, [place.id for place in one.also]) for one in found] == begun


def test_an_address_stands_at_its_finding_and_not_in_the_glance():
    told = replace(WRONG_DAY, message="He died on 3 January 2020. See https://example.org/wiki/He")
    made = report([told])
    assert [one.message for one in gravest(made, made.findings)] == ["He died on 3 January 2020."]


@pytest.mark.parametrize(("other", "begun"), [(4, ["s1"]), (5, ["s1", "s2"])])
def test_a_day_is_the_same_however_it_is_written(other, begun):
    made = report([WRONG_DAY], [replace(WRONG_DAY, text="Jan. 4", expected="Jan. 3")])
    dates = tuple(
        Date(f.start, f.end, f.text, datetime.date(2024, 1, day), datetime.date(2024, 1, day))
        for judged, day in zip(made.sentences, (4, other), strict=False)
        for f in judged.findings
    )
    made = replace(made, article=replace(made.article, dates=dates))
    assert [one.id for one in gravest(made, made.findings)] == begun


def test_a_waived_repetition_is_no_place():
    made = replace(report([], [WRONG_DAY], [WRONG_DAY]), waivers=())
    waived = replace(made, waivers=(replace(DISMISSED, fingerprint=made.findings[1].fingerprint),))
    (one,) = gravest(waived, waived.findings)
    assert (one.id, one.also) == ("s2", ())


def test_the_page_links_to_every_place():
    html = to_html(report([WRONG_DAY], [], [WRONG_DAY]))
    assert 'class="also">Also in <a href="#proof-s3" data-go="s3" data-finding="f2">' in html
