"""The card of the weights that ship: which files there must be, and their digests."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from auditor.resources import damaged

CARD = "card.json"

WORDS = "words.npz"
"""Word vectors, which every audit needs."""

MODEL = "model.onnx"
"""The entailment model, which `--no-model` does without; its weights lie in files beside it."""


class _Shipped(BaseModel):
    model_config = ConfigDict(strict=True)
    bytes: int
    sha256: str


class Card(BaseModel):
    """What the card says of each file beside it, by the file's name."""

    model_config = ConfigDict(strict=True)
    files: dict[str, _Shipped]


def verify(folder: Path, names: Iterable[str] | None = None) -> None:
    """Compare files with the card in their folder; all that it names where no names are given.

    Raises:
        AuditError: naming the first file that is missing or holds other bytes than it shipped with.
    """
    card = _card(folder)
    for name in card.files if names is None else names:
        path = folder / name
        told = card.files.get(name)
        if told is None:
            raise damaged(folder / CARD, f"does not name {name}")
        if not path.is_file():
            raise damaged(path, "is missing")
        if path.stat().st_size != told.bytes or _digest(path) != told.sha256:
            raise damaged(path, "is not the file that shipped")


def _card(folder: Path) -> Card:
    path = folder / CARD
    try:
        return Card.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise damaged(path, "is missing or cannot be read") from error


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
