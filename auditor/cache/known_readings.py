"""Reading what was not read before."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from auditor.cache import shape
from auditor.cache.store import Store
from auditor.cache.strict_json import read_back, written
from auditor.evidence.entailment import Reader
from auditor.model.reading import Reading

_READING = TypeAdapter(Reading)


@dataclass(frozen=True, slots=True)
class KnownReadings:
    """A reader that remembers; the one behind it is asked for pairs that are not known."""

    reader: Reader
    store: Store

    @property
    def digest(self) -> str:
        """Return that of the reader."""
        return self.reader.digest

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        """Return a reading for each pair, in order."""
        shaped = shape.of_readings(self.digest)
        keys = [shape.key(shaped, pair) for pair in pairs]
        known = read_back(_READING, self.store.get(keys))
        due = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in known}
        if due:
            new = dict(zip(due, self.reader.read(tuple(due.values())), strict=True))
            self.store.put(written(_READING, new))
            known |= new
        return tuple(known[key] for key in keys)
