"""`judge.lock`: answers on record, by the digest of what was asked.

JSON, sorted by digest, a line a value, so that two runs can be laid side by side. What stands in it
is believed no more than what a server writes.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from auditor.errors import AuditError
from auditor.opinion.answers import LONGEST

MOST_BYTES = 20_000_000
"""Of the file: an answer takes 700 of them. A guess."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An answer as it is kept.

    Attributes:
        model: who was asked.
        sentence: the one in question, which tells a person what the answer is about.
        form: how the form of the answer was asked for.
        fingerprint, digest: what the server said of the model, "" where nothing.
        written: what the model wrote.
    """

    model: str
    sentence: str
    form: str
    fingerprint: str
    digest: str
    written: str


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    asked: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
    model: str
    sentence: str
    form: str
    fingerprint: str
    digest: str
    written: list[Annotated[str, StringConstraints(max_length=LONGEST)]]


class _LockFile(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    version: Literal[1]
    answers: list[_Kept] = Field()


def read_lock(path: Path) -> dict[str, Recorded]:
    """Return the answers of a file by the digest of what was asked, none where there is no file.

    Raises:
        AuditError: if it cannot be read, or is no such file.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return {}
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise AuditError(f"{path}: cannot be read ({reason}); name another --judge-lock") from error
    if len(data) > MOST_BYTES:
        raise AuditError(f"{path}: is larger than {MOST_BYTES // 1_000_000} MB; remove it")
    try:
        file_ = _LockFile.model_validate_json(data)
    except ValidationError as error:
        raise AuditError(
            f"{path}: holds no answers of a judge; remove it, or name another --judge-lock"
        ) from error
    return {
        one.asked: Recorded(
            model=one.model,
            sentence=one.sentence,
            form=one.form,
            fingerprint=one.fingerprint,
            digest=one.digest,
            written="\n".join(one.written),
        )
        for one in file_.answers
    }


def lock_text(answers: Mapping[str, Recorded]) -> str:
    """Return what the file holds for answers."""
    kept = [
        {"asked": asked, **asdict(one), "written": one.written.split("\n")}
        for asked, one in sorted(answers.items())
    ]
    return json.dumps({"version": 1, "answers": kept}, indent=1, ensure_ascii=True) + "\n"
