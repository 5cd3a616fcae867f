"""``audit config [ARTICLE...]``: the settings that hold, and where each comes from."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from auditor.commands import new_app
from auditor.write.ending import CLEAN
from auditor.write.streams import show

app = new_app()


@app.command(context_settings={"help_option_names": ["-h", "--help"]})
def config(
    articles: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[ARTICLE]...", help="Show which references each of these has."),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--config", metavar="FILE", help="Settings instead of the nearest audit.toml."
        ),
    ] = None,
    profile: Annotated[
        str | None, typer.Option(metavar="NAME", help="A desk's settings: [profiles.NAME].")
    ] = None,
) -> Callable[[], int]:
    """Show the settings that hold and where each comes from; with articles, what each has."""
    return partial(_tell, tuple(articles or ()), file, profile or "")


def _tell(articles: Sequence[Path], file: Path | None, profile: str) -> int:
    from auditor.settings.chosen_rules import Selection
    from auditor.settings.configuration import Choices
    from auditor.settings.listing import listing
    from auditor.settings.verified import verified
    from auditor.stories.listing_of import listing_of

    decided = verified(file, Choices(), profile, Selection())
    show(listing_of(articles, decided) if articles else listing(decided))
    return CLEAN
