"""The Python interface as its users meet it: names, reports in every format, README's words."""

import re
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

import auditor
from auditor import AuditError, Report
from auditor.render.formats import render
from auditor.write.targets import SUFFIXES
from tests.command import ENVIRONMENT
from tests.render.sample import AUDIT, CLEAN, WAIVED

README = Path(auditor.__file__).parents[1] / "README.md"


def test_every_name_of_the_package_is_where_it_says():
    for name in auditor.__all__:
        assert getattr(auditor, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = auditor.Nothing


def test_to_import_the_package_loads_none_of_it():
    asked = "import auditor, sys; print([m for m in sys.modules if m.startswith('auditor.')])"
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=ENVIRONMENT
    )
    assert done.stdout == "[]\n"


def test_what_a_text_does_not_need_is_not_loaded_for_it():
    asked = (
        "import sys, auditor.cli, auditor.run, auditor.api; from auditor.checks import checkers; "
        "checkers(); print({'bs4', 'httpx', 'jinja2', 'onnxruntime', 'spacy'} & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=ENVIRONMENT
    )
    assert done.stdout == "set()\n"


@pytest.mark.parametrize("format_", SUFFIXES)
def test_a_report_renders_itself_as_the_command_does(format_):
    assert Report(AUDIT).render(format_) == render(format_, AUDIT)


def test_an_unknown_format_is_an_error_that_names_those_there_are():
    with pytest.raises(AuditError, match=r"'pdf' is no format; say one of text, html, json, "):
        Report(AUDIT).render("pdf")


def test_findings_are_those_that_count_and_problems_make_it_incomplete():
    report, waived, clean = Report(AUDIT), Report(WAIVED), Report(CLEAN)
    assert report.findings == tuple(item.finding for item in AUDIT.findings)
    assert len(waived.findings) == len(AUDIT.findings) - 1
    assert (report.problems, report.is_complete) == (AUDIT.problems, False)
    assert (clean.findings, clean.problems, clean.is_complete) == ((), (), True)


def test_the_snippet_of_the_readme_prints_what_it_says():
    snippet, said = re.findall(
        r"```(?:python|text)\n(.*?)```",
        README.read_text(encoding="utf-8").partition("## In Python")[2].partition("\n## ")[0],
        re.S,
    )
    printed = StringIO()
    with redirect_stdout(printed):
        exec(compile(snippet, "README.md", "exec"), {})
    assert printed.getvalue() == said
