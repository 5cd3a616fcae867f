"""The report as GitLab's code quality."""

import json
from dataclasses import replace

from auditor.render.gitlab import to_gitlab

from .golden import compare
from .sample import AUDIT, CLEAN, WAIVED


def test_the_whole_report() -> None:
    compare("report.gitlab.json", json.dumps(to_gitlab((WAIVED,)), ensure_ascii=False, indent=1))


def test_a_clean_article_is_an_empty_list() -> None:
    assert to_gitlab((CLEAN,)) == []


def test_no_two_issues_have_one_fingerprint_and_each_keeps_its_own() -> None:
    document = replace(AUDIT.article.document, path="story/second.txt")
    second = replace(AUDIT, article=replace(AUDIT.article, document=document))
    twice = replace(AUDIT, problems=AUDIT.problems * 2)
    prints = [issue["fingerprint"] for issue in to_gitlab((twice, second))]
    assert len(set(prints)) == len(prints) == 5 + 1 + 5
    assert {issue["fingerprint"] for issue in to_gitlab((AUDIT,))} <= set(prints)
