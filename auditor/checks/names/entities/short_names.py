"""Which full name a surname, first name or short name of a body alone belongs to."""

from collections import defaultdict
from collections.abc import Mapping

from auditor.checks.names.entities.forms import Form
from auditor.checks.names.entities.spelling import is_variant, skeleton
from auditor.knowledge.places import is_known
from auditor.model.words import NameKind


class FullNames:
    """The keys of full names of a case, by what may be said for them alone.

    Args:
        groups: every key of the case by the key that stands for its group.
    """

    def __init__(self, groups: Mapping[str, str]) -> None:
        """Put the keys in order by their first words and by how their last ones sound."""
        self._groups = groups
        self._order = {key: n for n, key in enumerate(groups)}
        self._by_first: defaultdict[str, list[str]] = defaultdict(list)
        self._by_sound: defaultdict[str, list[str]] = defaultdict(list)
        self._meant: dict[tuple[str, NameKind], tuple[str, ...]] = {}
        for key in groups:
            words = key.split()
            if len(words) > 1 and words[0] not in {"country", "alias"}:
                self._by_first[words[0]].append(key)
                self._by_sound[skeleton(words[-1])].append(key)

    def key_of(self, own: Form, kind: NameKind, earlier: Mapping[str, int]) -> str:
        """Return the key of a full name that a single word stands for, its own where none does.

        Args:
            own: the form of the single word.
            kind: what most of its occurrences name.
            earlier: keys of the names before it in its document, with the last place of each.
        """
        meant = self._keys(own, kind)
        before = [key for key in meant if key in earlier]
        if before:
            return max(before, key=lambda key: earlier[key])
        anywhere = {self._groups[key]: key for key in meant}
        return next(iter(anywhere.values())) if len(anywhere) == 1 else own.sole

    def _keys(self, own: Form, kind: NameKind) -> tuple[str, ...]:
        """Return the full names of which a single word is the first or last, in order."""
        asked = own.sole, kind
        if asked not in self._meant:
            self._meant[asked] = () if _is_place(own, kind) else self._having(own.words[0])
        return self._meant[asked]

    def _having(self, word: str) -> tuple[str, ...]:
        last = (k for k in self._by_sound[skeleton(word)] if is_variant(word, k.split()[-1]))
        return tuple(sorted({*last, *self._by_first[word]}, key=lambda key: self._order[key]))


def _is_place(own: Form, kind: NameKind) -> bool:
    return kind is NameKind.PLACE or is_known(own.sole)
