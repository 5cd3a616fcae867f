"""Waivers as text for a terminal: by article, each with who let what stand and why."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from auditor.model.waiver import Waiver
from auditor.render import labels
from auditor.render.safe import line


def waiver_list(waivers: Iterable[Waiver]) -> str:
    """Return three lines a waiver below the path of its article; by article, then as given."""
    ordered = sorted(waivers, key=lambda waiver: waiver.article)
    groups = groupby(ordered, key=lambda waiver: waiver.article)
    return "\n".join("".join(_group(article, tuple(own))) for article, own in groups)


def _group(article: str, own: Iterable[Waiver]) -> Iterator[str]:
    yield f"{line(article) or 'of no article in particular'}\n"
    for waiver in own:
        words = f": “{waiver.text}”" if waiver.text else ""
        yield f"  {waiver.fingerprint[:8]}  {line(f'{waiver.rule}{words}')}\n"
        yield f"    {line(labels.waived(waiver))}\n"
