"""What holds for some articles: their references, who names them, and their settings."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from auditor.errors import AuditError
from auditor.render.safe import line
from auditor.settings.effective import Decided, is_ignored, settings
from auditor.settings.listing import held, text, texts
from auditor.stories.references_of import references_of
from auditor.stories.submitted import Submitted
from auditor.stories.waivers_of import waivers_of


def listing_of(articles: Sequence[Path], decided: Decided) -> str:
    """Return what holds for each article, as TOML with the origin of each value."""
    return "\n".join("\n".join([*_rows(article, decided), ""]) for article in articles)


def _rows(article: Path, decided: Decided) -> Iterator[str]:
    told = decided.configuration
    yield f"# {line(str(article))}"
    if is_ignored(told, article):
        yield f"# not audited, as ignore in {line(told.name)} says"
        return
    own = settings(decided, article)
    try:
        named = references_of(Submitted(article), own, told)
    except AuditError as error:
        yield f"# {line(str(error))}"
        return
    yield f"refs = {texts(named.refs)}  # {line(named.way)}"
    yield f"profile = {text(own.profile.value)}  # {line(own.profile.origin)}"
    files = tuple(map(str, waivers_of(article, own)))
    for key, value, origin in held(own):
        if key == "waivers" and not own.waivers.value and files:
            yield f"waivers = {texts(files)}  # found by their names"
        elif key != "refs":
            yield f"{key} = {value}  # {line(origin)}"
