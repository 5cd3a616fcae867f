"""Completion in a shell: what a line that is being typed may go on with."""

import os
import subprocess
import sys

import pytest

from auditor.completing import command_taken
from tests.command import ENVIRONMENT

NAMES = ("fetch", "rules", "waive", "waivers")


@pytest.mark.parametrize(
    ("before", "name", "after"),
    [
        ({"COMP_WORDS": "audit\n", "COMP_CWORD": "1"}, "", None),
        ({"COMP_WORDS": "audit\nfetch", "COMP_CWORD": "1"}, "", None),
        ({"COMP_WORDS": "audit\nfetch\n", "COMP_CWORD": "2"}, "fetch", ("audit\n", "1")),
        ({"COMP_WORDS": "audit\nfetch\n--in", "COMP_CWORD": "2"}, "fetch", ("audit\n--in", "1")),
        ({"COMP_WORDS": "audit\nwaivers\npr", "COMP_CWORD": "2"}, "waivers", ("audit\npr", "1")),
        ({"COMP_WORDS": "audit\na.md\nfetch\n", "COMP_CWORD": "3"}, "", None),
        ({"COMP_WORDS": "audit\n--refs\nfetch\n", "COMP_CWORD": "3"}, "", None),
        ({"COMP_WORDS": "audit\nfetch\n", "COMP_CWORD": "two"}, "", None),
        ({"COMP_WORDS": "", "COMP_CWORD": "2"}, "", None),
        ({"_TYPER_COMPLETE_ARGS": "audit fetch"}, "", None),
        ({"_TYPER_COMPLETE_ARGS": "audit fetch "}, "fetch", ("audit ", None)),
        ({"_TYPER_COMPLETE_ARGS": "audit rules na"}, "rules", ("audit na", None)),
        ({"_TYPER_COMPLETE_ARGS": "audit fetched "}, "", None),
        (
            {"_TYPER_COMPLETE_ARGS": "audit fetch", "_TYPER_COMPLETE_WORD_TO_COMPLETE": ""},
            "fetch",
            ("audit ", None),
        ),
        ({}, "", None),
    ],
)
def test_a_line_is_for_the_command_that_its_first_word_names(before, name, after):
    environment = dict(before)
    assert command_taken(environment, NAMES) == name
    line, place = after or (None, None)
    expected = dict(before)
    if line is not None:
        expected["COMP_WORDS" if "COMP_WORDS" in before else "_TYPER_COMPLETE_ARGS"] = line
    if place is not None:
        expected["COMP_CWORD"] = place
    assert environment == expected


TYPED = """
source <(audit --show-completion)
typed() {
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _audit_completion audit; echo "${COMPREPLY[*]}"
}
typed audit fe
typed audit --wai
typed audit fetch --in
typed audit rules quote-fabricated-
typed audit a.md --ignore name-con
typed audit a.md --ignore intern
typed audit a.md --select certainty-v
typed audit hook --fail-on w
typed audit waivers pr
typed audit a.md fe
"""


@pytest.mark.slow
def test_bash_completes_commands_options_and_rules(tmp_path):
    command = tmp_path / "audit"
    command.write_text(
        f'#!/bin/sh\nexec {sys.executable} -c "from auditor.cli import main; main()" "$@"\n'
    )
    command.chmod(0o755)
    done = subprocess.run(
        ["bash", "--norc", "-c", TYPED],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=tmp_path,
        env={**ENVIRONMENT, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "fetch",
        "--waivers",
        "--into",
        "quote-fabricated-fragment",
        "name-conflict",
        "internal",
        "certainty-verdict",
        "warning",
        "prune",
        "",
    ]
