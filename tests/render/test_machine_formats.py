"""Whatever a text holds, it stays a text in every format that programs read."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from auditor.knowledge.acting import visible
from auditor.model.audit import Audit
from auditor.model.evidence import Evidence
from auditor.model.finding import Problem
from auditor.model.listed import KnownBy
from auditor.model.waiver import Decision, Waiver
from auditor.model.words import SentenceKind, Stance
from auditor.render.annotation import annotation, of_problem
from auditor.render.formats import render

from .sample import AUDIT, CLEAN, WRONG_DAY, document, text
from .test_sarif import SCHEMA

PARTS = (
    "\n", "\r", "\r\n", "%0A", "%", "::", "::error::", "::stop-commands::x", "##[error]", ",", "=",
    "]]>", "<![CDATA[", "&amp;", "<x>", '"', "'", "\0", "\x1b[31m", "\x85", "\u2028", "\u202e",
    "\u2066", "\udcff", "\ud800", "\ufffe", "\uffff", "[a](https://b.example)", "{0}", "\\", "🔥",
    "pier", " ",
)  # fmt: skip
"""What means something to one format or another, or to those who show it."""

WORDS = st.lists(st.sampled_from(PARTS) | st.characters(), min_size=1, max_size=8).map("".join)


def in_file(words: str) -> str:
    """Return what of `words` a file can hold: halves of surrogate pairs stand in names alone."""
    return re.sub("[\ud800-\udfff]", "", words) or "pier"


def audit(words: str) -> Audit:
    """Return an audit that has `words` wherever it takes words from outside."""
    read = in_file(words)
    own = text(document("article", words, f"{read}\n", read, None), (SentenceKind.PROSE, 0, read))
    source = replace(document("r1", words, read, read, None), url=f"https://{words}")
    reference = text(source, (SentenceKind.PROSE, 0, read))
    proof = Evidence("r1", 0, len(read), read, Stance.CONTRADICTS, 0.5)
    marked = replace(WRONG_DAY, start=0, end=len(read), text=read, message=read, expected=read)
    marked = replace(marked, evidence=(proof,))
    findings = (marked, replace(marked, rule="name-conflict"))
    judged = replace(CLEAN.sentences[0], sentence=own.sentences[0], findings=findings)
    made = replace(
        CLEAN,
        article=own,
        references=(reference,),
        sentences=(judged,),
        problems=(Problem("load", words, words),),
    )
    held = Waiver(made.findings[0].fingerprint, Decision.DISMISSED, words, words, date(2024, 1, 6))
    return replace(made, waivers=(held, replace(held, fingerprint="0", text=words)))


def value(format_: str, made: Audit) -> Any:
    """Return what a parser makes of a report in JSON that is harmless in the raw."""
    written = render(format_, made)
    written.encode("utf-8")
    assert visible(written) == written
    return json.loads(written)


@given(WORDS)
@settings(max_examples=20)
def test_sarif_is_valid_and_marks_the_very_words(words: str) -> None:
    log = value("sarif", audit(words))
    shown = log["runs"][0]
    shown["tool"]["driver"]["rules"] = []  # ours, and looked at elsewhere
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)] == []
    region = shown["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"] == in_file(words)
    for result in shown["results"]:
        related = [one["message"]["text"] for one in result["relatedLocations"]]
        assert not any("](http" in said for said in (result["message"]["text"], *related))


@given(WORDS)
@settings(max_examples=40)
def test_gitlab_has_an_issue_for_each_finding_and_problem(words: str) -> None:
    issues = value("gitlab", audit(words))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 3
    assert all(
        visible(text) == text
        for issue in issues
        for text in issue.values()
        if isinstance(text, str)
    )


@given(WORDS)
@settings(max_examples=60)
def test_junit_is_xml_whatever_is_told(words: str) -> None:
    written = render("junit", audit(words))
    root = ElementTree.fromstring(written.encode("utf-8"))
    assert visible(written) == written
    kinds = [[child.tag for child in case] for case in root.iter("testcase")]
    assert kinds == [["error"], ["failure", "system-out"]]
    assert root.attrib["tests"] == "2"


COMMAND = re.compile(r"::(error|notice) ((?:\w+=[^\r\n:,]*,?)+)::([^\r\n]*)")
UNESCAPED = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def runner(row: str) -> tuple[str, dict[str, str], str]:
    """Return what GitHub's runner makes of a command: name, properties, message."""
    match = COMMAND.fullmatch(row)
    assert match, row
    pairs = (pair.split("=", 1) for pair in match[2].split(","))
    return match[1], {key: unescaped(text) for key, text in pairs}, unescaped(match[3])


def unescaped(text: str) -> str:
    return re.sub("|".join(UNESCAPED), lambda match: UNESCAPED[match[0]], text)


@given(WORDS)
@settings(max_examples=60)
def test_github_reads_one_command_a_line_and_nothing_else(words: str) -> None:
    made = audit(words)
    written = render("github", made)
    assert visible(written) == written
    *rows, end = written.split("\n")[:-1]
    told = [of_problem(made.problems[0]), *(annotation(item, made) for item in made.findings)]
    read = [runner(row) for row in rows]
    assert [name for name, _, _ in read] == ["error", "notice", "error"]
    assert [properties["title"] for _, properties, _ in read] == [one.title for one in told]
    assert [message for _, _, message in read] == ["\n".join(one.lines) for one in told]
    assert end == "Not ready to run: 1 error, no warnings, 1 waived, 1 thing not checked."


def test_what_was_known_before_is_shown_and_fails_nothing() -> None:
    known = {item.fingerprint: KnownBy.BASELINE for item in AUDIT.findings}
    audit = replace(AUDIT, known=known)
    results = json.loads(render("sarif", audit))["runs"][0]["results"]
    assert [one["baselineState"] for one in results] == ["unchanged"] * len(known)
    rows = render("github", audit).splitlines()
    failing = [row for row in rows if row.startswith(("::error", "::warning"))]
    assert [row for row in failing if "Not checked" not in row] == []
    issues = json.loads(render("gitlab", audit))
    found = [one for one in issues if not one["check_name"].startswith("problem-")]
    assert {one["severity"] for one in found} == {"info"}
    assert "<failure" not in render("junit", audit)
