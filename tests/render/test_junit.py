"""The report as JUnit XML."""

from dataclasses import replace
from xml.etree import ElementTree

from auditor.render.junit import to_junit

from .golden import compare
from .sample import AUDIT, CLEAN, WAIVED, judged


def test_the_whole_report() -> None:
    compare("report.junit.xml", to_junit((WAIVED,)))


def test_suites_are_counted_each_and_together() -> None:
    root = ElementTree.fromstring(to_junit((AUDIT, CLEAN)))
    counts = [(one.tag, one.attrib["tests"], one.attrib["failures"]) for one in (root, *root)]
    assert counts == [("testsuites", "13", "2"), ("testsuite", "9", "2"), ("testsuite", "4", "0")]
    assert (root.attrib["errors"], root.attrib["skipped"]) == ("1", "2")


def test_sentences_that_are_alike_are_told_apart() -> None:
    first = judged(3, AUDIT.sentences[2].verdict, 0.0)
    root = ElementTree.fromstring(to_junit((replace(CLEAN, sentences=(first, first, first)),)))
    names = [case.attrib["name"] for case in root.iter("testcase")]
    assert names == ["It was raining.", "It was raining. (2)", "It was raining. (3)"]
