"""``audit lsp``: show findings in an editor while somebody writes."""

import os
from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer

from auditor.commands import new_app
from auditor.write.ending import CLEAN

app = new_app()

OUT, ERROR = 1, 2
"""Standard output and error as the system numbers them."""


@app.command()
def lsp(
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Rules alone, without the entailment model.")
    ] = False,
    offline: Annotated[
        bool, typer.Option("--offline", help="Fetch no page that the settings name.")
    ] = False,
    stdio: Annotated[  # said by editors that know other ways as well
        bool, typer.Option("--stdio", help="The only way there is, and so the default.")
    ] = True,
) -> Callable[[], int]:
    """Serve an editor that speaks the Language Server Protocol, on standard input and output."""
    return partial(_serve, not no_model, offline)


def _serve(model: bool, offline: bool) -> int:
    """Speak the protocol on what is standard output; what a library prints goes to the errors."""
    from auditor.editors.draft import Manner
    from auditor.editors.server import serve

    with open(os.dup(OUT), "wb") as out:  # noqa: PTH123  # a number, not a path
        os.dup2(ERROR, OUT)
        serve(Manner(model, offline), out)
    return CLEAN
