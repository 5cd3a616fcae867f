"""Reports of one format on several articles, as the one document that the format knows."""

import json
from collections.abc import Sequence
from xml.etree.ElementTree import Element, fromstring

from auditor.render.formats import as_json
from auditor.render.junit import suites
from auditor.render.record import Record
from auditor.render.sarif import sarif_log


def joined(format_: str, reports: Sequence[str]) -> str:
    """Return one document of reports that `render` made, in their order.

    Args:
        format_: ``sarif``, a run an article, or ``junit``, a suite an article.
        reports: none where no article could be audited.
    """
    if format_ == "sarif":
        return as_json(sarif_log([_run(report) for report in reports]))
    return suites([suite for report in reports for suite in _suites(report)])


def _run(report: str) -> Record:
    """Return the run of a SARIF report under a name of its own.

    GitHub takes two runs of one tool only where they are told apart so.
    """
    (run,) = json.loads(report)["runs"]
    article = run["artifacts"][0]["location"]["uri"]
    return {"tool": run["tool"], "automationDetails": {"id": f"audit/{article}/"}, **run}


def _suites(report: str) -> Sequence[Element]:
    return list(fromstring(report))  # noqa: S314  # our own report, made a moment ago
