"""Parsing what was not parsed before."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from auditor.cache import shape
from auditor.cache.store import Store
from auditor.cache.strict_json import read_back, written
from auditor.language import parser
from auditor.language.parser import Parsed, Spans

_PARSED = TypeAdapter(Parsed)


@dataclass(frozen=True, slots=True)
class KnownParses:
    """A parser that remembers.

    A text parses alike in any company, so that those not known are parsed by themselves
    (`tests/language/test_parser.py`).

    Attributes:
        missed: called before something is parsed that was not known.
    """

    store: Store
    missed: Callable[[], object] = lambda: None

    def parse(self, texts: Sequence[str], unbroken: Sequence[Spans], most: int) -> Iterator[Parsed]:
        """Yield the sentences of each text, as `parser.parse` does."""
        shaped = shape.of_parses()
        keys = [shape.key(shaped, pair) for pair in zip(texts, unbroken, strict=True)]
        known = read_back(_PARSED, self.store.get(keys))
        due = {key: n for n, key in enumerate(keys) if key not in known}
        if due:
            self.missed()
            where = due.values()
            parsed = parser.parse([texts[n] for n in where], [unbroken[n] for n in where], most)
            new = dict(zip(due, parsed, strict=False))  # what passes the bound is not parsed
            self.store.put(written(_PARSED, new))
            known |= new
        for one in map(known.get, keys):
            if one is None or one.counted > most:
                return
            most -= one.counted
            yield one
