"""The report as JUnit XML, the form in which build servers show tests."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from auditor.knowledge.acting import visible
from auditor.model.audit import Audit, Judged
from auditor.model.listed import Listed
from auditor.model.words import Severity, Verdict
from auditor.render.annotation import annotation, cut, file_path, of_problem
from auditor.render.headline import headline
from auditor.render.rubric import MEANINGS, RUBRICS, Rubric, rubric
from auditor.render.safe import line

NAME_SHOWN = 120
"""Characters of a sentence that name its test."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even as a reference (w3.org/TR/xml, 2.2 Characters)."""

WHOLE = "the article as a whole"
"""What names the test of findings that belong to no sentence."""


def to_junit(audits: Sequence[Audit]) -> str:
    """Return a test suite an article and a test case a sentence.

    A sentence with an error that nobody waived fails; one that cannot be checked is skipped; what
    else is said of it is its output. A problem is a test case that could not run.
    """
    return suites([_suite(audit) for audit in audits])


def suites(found: Sequence[Element]) -> str:
    """Return the document of some test suites."""
    root = Element("testsuites", name="audit")
    root.extend(found)
    _count(root)
    indent(root, " ")
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(audit: Audit) -> Element:
    path = _xml(file_path(audit.article.document))
    suite = Element("testsuite", name=path)
    properties = SubElement(suite, "properties")
    for name in ("auditor", "rules", "language", "model"):
        value = _xml(getattr(audit.signature, name))
        SubElement(properties, "property", name=name, value=value)
    seen: Counter[str] = Counter()
    for case in _cases(audit):
        name = case.attrib["name"]
        seen[name] += 1
        if seen[name] > 1:
            case.attrib["name"] = f"{name} ({seen[name]})"
        case.attrib["classname"] = case.attrib["file"] = path
        suite.append(case)
    SubElement(suite, "system-out").text = _xml(str(headline(audit)))
    _count(suite)
    return suite


def _count(parent: Element) -> None:
    """Write into a suite, or all suites, how many cases they have of each kind."""
    kinds = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    for name, kind in kinds.items():
        parent.attrib[name] = str(sum(1 for _ in parent.iter(kind)))


def _cases(audit: Audit) -> Iterator[Element]:
    for problem in audit.problems:
        shown = of_problem(problem)
        case = Element("testcase", name=_xml(cut(f"not checked: {problem.where}", NAME_SHOWN)))
        SubElement(case, "error", message=_xml(shown.message), type=_xml(problem.stage))
        yield case
    general = [item for item in audit.findings if item.sentence is None]
    if general:
        case = Element("testcase", name=WHOLE)
        _say(case, general, audit)
        yield case
    for judged in audit.sentences:
        yield _sentence(judged, audit)


def _sentence(judged: Judged, audit: Audit) -> Element:
    case = Element("testcase", name=_xml(cut(line(judged.sentence.text), NAME_SHOWN)))
    own = [item for item in audit.findings if item.sentence is judged.sentence]
    label = RUBRICS[rubric(judged)]
    fails = _say(case, own, audit, label)
    if judged.verdict is Verdict.NOT_CHECKABLE and not fails:
        case.insert(0, Element("skipped", message=_xml(MEANINGS[Rubric.NOT_CHECKABLE])))
    return case


def _say(case: Element, own: Sequence[Listed], audit: Audit, verdict: str = "") -> bool:
    """Write into a case what is said of it, and tell whether it fails."""
    wrong = [one for one in own if one.finding.severity is Severity.ERROR and one.is_open]
    if wrong:
        first = annotation(wrong[0], audit)
        failure = SubElement(
            case, "failure", message=_xml(first.message), type=_xml(wrong[0].finding.rule)
        )
        failure.text = _xml("\n".join(_told(wrong, audit)))
    rest = [one for one in own if one not in wrong]
    lines = [f"Verdict: {verdict}"] if verdict else []
    SubElement(case, "system-out").text = _xml("\n".join([*lines, *_told(rest, audit)]))
    return bool(wrong)


def _told(items: Sequence[Listed], audit: Audit) -> Iterator[str]:
    """Yield the lines on some findings, each with its place."""
    for item in items:
        shown = annotation(item, audit)
        place = shown.position
        where = f", line {place.line}, column {place.column}" if place else ""
        yield f"{shown.title}{where}"
        yield from (f"  {row}" for row in shown.lines)


def _xml(text: str) -> str:
    """Return `text` with what acts on a reader as an escape and what XML forbids as U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", visible(text))
