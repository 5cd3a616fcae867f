"""Completion in a shell: which command a line is for that somebody has not finished typing."""

import re
from collections.abc import Collection, MutableMapping

ASKED = "_AUDIT_COMPLETE"
"""The environment variable by which a shell asks how a command line may go on."""

BASH_LINE, BASH_PLACE = "COMP_WORDS", "COMP_CWORD"
"""Where bash hands over the line, and the number of the word that is being typed."""

LINE, WORD = "_TYPER_COMPLETE_ARGS", "_TYPER_COMPLETE_WORD_TO_COMPLETE"
"""Where other shells do: the line up to the cursor, and in PowerShell the word at it."""

_COMMAND = re.compile(r"(\s*\S+\s+)(\S+)(\s+|$)")


def command_taken(environment: MutableMapping[str, str], names: Collection[str]) -> str:
    """Return the command that a line is for, which is taken out of it; "" for the audit itself.

    Args:
        environment: what the shell hands over; the line in it is changed.
        names: of the commands.
    """
    if BASH_LINE in environment:
        return _taken(environment, BASH_LINE, names) if _place(environment) > 1 else ""
    return _taken(environment, LINE, names)


def _taken(environment: MutableMapping[str, str], where: str, names: Collection[str]) -> str:
    line = environment.get(where, "")
    found = _COMMAND.match(line)
    if not found or found[2] not in names or not (found[3] or environment.get(WORD) == ""):
        return ""
    environment[where] = found[1] + line[found.end() :]
    if where == BASH_LINE:
        environment[BASH_PLACE] = str(_place(environment) - 1)
    return found[2]


def _place(environment: MutableMapping[str, str]) -> int:
    place = environment.get(BASH_PLACE, "")
    return int(place) if place.isdecimal() else 0
