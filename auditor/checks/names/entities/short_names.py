"""Which full name a surname, first name or short name of a body alone belongs to."""

from collections.abc import Mapping, Sequence

from auditor.checks.names.entities.forms import Form
from auditor.checks.names.entities.spelling import is_variant
from auditor.knowledge.places import is_known
from auditor.model.words import NameKind


def short_key(own: Form, kind: NameKind, earlier: Sequence[str], groups: Mapping[str, str]) -> str:
    """Return the key of a full name that a single word stands for, its own where none does.

    Args:
        own: the form of the single word.
        kind: what most of its occurrences name.
        earlier: keys of the names before it in its document, in text order.
        groups: every key of the case by the key that stands for its group.
    """
    before = [key for key in reversed(earlier) if _stands_for(own, key, kind)]
    if before:
        return before[0]
    anywhere = {group: key for key, group in groups.items() if _stands_for(own, key, kind)}
    return next(iter(anywhere.values())) if len(anywhere) == 1 else own.sole


def _stands_for(own: Form, key: str, kind: NameKind) -> bool:
    words = key.split()
    if len(words) < 2 or words[0] in {"country", "alias"}:
        return False
    if kind is NameKind.PLACE or is_known(own.sole):
        return False
    if is_variant(own.words[0], words[-1]):
        return True
    return own.words[0] == words[0]
