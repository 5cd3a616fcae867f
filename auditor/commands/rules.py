"""``audit rules [ID]``: list the rules, or explain one."""

from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer

from auditor.commands import new_app, rule_names
from auditor.errors import AuditError
from auditor.write.ending import CLEAN
from auditor.write.streams import show

app = new_app()


@app.command(context_settings={"help_option_names": ["-h", "--help"]})
def rules(
    rule_id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="The rule to explain.", autocompletion=rule_names),
    ] = None,
) -> Callable[[], int]:
    """List the rules, or explain one with its examples."""
    return partial(_tell, rule_id)


def _tell(rule_id: str | None) -> int:
    from auditor.knowledge.rules import load_rules
    from auditor.render.catalogue import explain, listing

    known = load_rules()
    if rule_id is None:
        show(listing(known))
        return CLEAN
    asked = next((rule for rule in known if rule.id == rule_id), None)
    if asked is None:
        raise AuditError(f"no rule is called {rule_id}; `audit rules` lists them")
    show(explain(asked))
    return CLEAN
