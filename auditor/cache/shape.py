"""Keys: what is read, with everything that shapes what is made of it."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

import auditor
from auditor.knowledge import rules
from auditor.language import parser

PARSING = ("language/parser.py", "model/text.py", "cache/*.py")
PARSERS = ("spacy", "thinc", "blis", "numpy")
FINDERS = ("babel", "rapidfuzz", "PyStemmer")
READING = ("evidence/entailment.py", "model/reading.py", "cache/*.py")
READERS = ("onnxruntime", "tokenizers", "numpy")
"""Modules of this package, and libraries, that shape a parse, mentions and a reading."""


def key(shape: str, content: object) -> bytes:
    """Return the key of what is made of a content; equal contents have equal representations."""
    return hashlib.sha256(repr((shape, content)).encode()).digest()


@cache
def of_parses() -> str:
    """Return what shapes a parse beside its text: modules, libraries, the language model.

    Raises:
        AuditError: where there is no language model.
    """
    return _digest((parser.signature(), *_libraries(PARSERS)), PARSING)


@cache
def of_readings(weights: str) -> str:
    """Return what shapes a reading beside its pair; `weights` is the digest of the model's card."""
    return _digest((weights, *_libraries(READERS)), READING)


@cache
def of_texts() -> str:
    """Return what shapes sentences and mentions beside their document: all that we are.

    Raises:
        AuditError: where there is no language model.
    """
    return _digest((of_parses(), rules.digest(), *_libraries(FINDERS)), ("**/*.py",))


def _libraries(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{name} {version(name)}" for name in names)


def _digest(words: Iterable[str], patterns: Iterable[str]) -> str:
    seen = hashlib.sha256(repr(tuple(words)).encode())
    package = Path(auditor.__file__).parent
    for pattern in patterns:
        for path in sorted(package.glob(pattern)):
            seen.update(path.read_bytes())
    return seen.hexdigest()
