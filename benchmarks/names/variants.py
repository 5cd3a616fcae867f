"""Names of a faithful summary in another form of the same name, which must stay unmarked."""

from collections.abc import Iterator, Sequence

from auditor.checks.names.entities.lexis import lexis
from auditor.checks.names.entities.presence import Standing, standing
from auditor.knowledge.lexicon import lexicon
from auditor.model.name import Name
from auditor.model.text import Text
from auditor.model.words import NameKind
from benchmarks.names.rows import Row
from benchmarks.names.swaps import Swap


def variants(rows: Sequence[Row], pairs: Sequence[tuple[Text, Text]]) -> Iterator[Swap]:
    """Yield one changed summary for each row and way in which one of its names can be changed."""
    for n, (row, (summary, reference)) in enumerate(zip(rows, pairs, strict=True)):
        held = lexis((reference,))
        done: set[str] = set()
        for name in summary.names:
            if standing(name, held) is not Standing.WHOLE:
                continue
            for kind, new in _forms(name):
                verbatim = kind != "acronym" or name.text in reference.document.text
                if verbatim and kind not in done:
                    done.add(kind)
                    text = row.summary[: name.start] + new + row.summary[name.end :]
                    yield Swap(n, kind, name.text, new, text, name.start, name.start + len(new))


def _forms(name: Name) -> Iterator[tuple[str, str]]:
    words = name.text.split()
    if name.kind is NameKind.PERSON and len(words) == 2 and name.text.isascii():
        yield "surname", words[-1]
        yield "title and surname", f"Mr {words[-1]}"
        yield "initial and surname", f"{words[0][0]}. {words[-1]}"
        for pet in lexicon("nicknames").get(words[0], ())[:1]:
            yield "pet form", f"{pet} {words[-1]}"
    if name.kind is NameKind.ORGANISATION and len(words) > 2 and all(w[0].isupper() for w in words):
        yield "acronym", "".join(word[0] for word in words)
    spelt = _respelt(name.text)
    if spelt and name.kind is NameKind.PERSON:
        yield "transliteration", spelt


def _respelt(text: str) -> str:
    """Return a name with the vowels of its long words as another system would write them."""
    words = text.split()
    changed = [
        word[0] + word[1:].translate(str.maketrans("ei", "ie")) if len(word) > 6 else word
        for word in words
    ]
    return " ".join(changed) if changed != words else ""
