"""Reading ``rules/*.toml``: one rule a file, an unknown or missing key an error that names it."""

import hashlib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from auditor.model.beside import digest_of_passage
from auditor.model.listed import fingerprint, folded
from auditor.model.rule import Example, Option, Precision, Rule, Rules, Spoken
from auditor.model.waiver import Decision, Waiver
from auditor.model.words import Category, Severity, Verdict
from auditor.resources import folder, read_table


class _SignedTable(BaseModel):
    """The waiver of an example, signed by AB on the first day of 2024 unless it says otherwise."""

    model_config = ConfigDict(extra="forbid", strict=True)
    rule: str
    text: str
    sentence: str
    reason: str = "Our reporter was there."
    expected: str = ""
    passages: list[str] | None = None
    until: date | None = None


class _AnswerTable(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    sentence: str
    verdict: str
    kind: str = "other"
    wrong_words: str = ""
    quote: str


class _ExampleTable(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    article: str
    refs: list[str] = Field(min_length=1)
    flags: list[str]
    published: str = ""
    today: date | None = None
    waiver: list[_SignedTable] = []
    answer: list[_AnswerTable] = []


class _PrecisionTable(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    right: int = Field(ge=0)
    wrong: int = Field(ge=0)

    @model_validator(mode="after")
    def _is_measured(self) -> Self:
        if not self.right + self.wrong:
            raise ValueError("precision of no marks; leave it out")
        return self


class _RuleFile(BaseModel):
    model_config = ConfigDict(extra="forbid")
    checker: str
    when: str
    category: Category
    severity: Severity
    borne_out: Severity | None = None
    implies: Verdict | None = None
    message: str
    why: str
    source: str
    precision: _PrecisionTable | None = None
    options: dict[str, str | int | float | bool | list[str]] = {}
    example: list[_ExampleTable] = Field(min_length=3)


def load_rules(paths: Iterable[Path] | None = None) -> tuple[Rule, ...]:
    """Return the rules of the given files, or all that ship, in the order of their ids.

    Raises:
        AuditError: naming the file and what is wrong in it.
    """
    files = folder("rules").glob("*.toml") if paths is None else paths
    return tuple(_read(path) for path in sorted(files, key=lambda path: path.name))


def rules_of(rules: Iterable[Rule], checker: str) -> Rules:
    """Return the rules that belong to one checker."""
    return Rules(tuple(rule for rule in rules if rule.checker == checker))


@cache
def names_of_rules() -> frozenset[str]:
    """Return the ids of all rules that ship."""
    return frozenset(path.stem for path in folder("rules").glob("*.toml"))


@cache
def digest() -> str:
    """Return ``sha256:…`` over everything in ``rules/`` that can change a finding."""
    root = folder("rules")
    seen = hashlib.sha256()
    for path in sorted(root.rglob("*.toml"), key=lambda path: path.relative_to(root).as_posix()):
        seen.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"sha256:{seen.hexdigest()}"


def _read(path: Path) -> Rule:
    file = read_table(path, _RuleFile)
    return Rule(
        id=path.stem,
        checker=file.checker,
        when=file.when,
        category=file.category,
        severity=file.severity,
        borne_out=file.borne_out,
        implies=file.implies,
        message=file.message,
        why=file.why,
        source=file.source,
        precision=(
            Precision(file.precision.right, file.precision.wrong) if file.precision else None
        ),
        options={key: _option(value) for key, value in file.options.items()},
        examples=tuple(
            Example(
                article=e.article,
                refs=tuple(e.refs),
                flags=tuple(e.flags),
                published=e.published,
                waivers=tuple(map(_waiver, e.waiver)),
                today=e.today,
                answers=tuple(Spoken(**dict(one)) for one in e.answer),
            )
            for e in file.example
        ),
    )


def _waiver(table: _SignedTable) -> Waiver:
    return Waiver(
        fingerprint=fingerprint(table.rule, folded(table.text), folded(table.sentence)),
        decision=Decision.ACCEPTED,
        reason=table.reason,
        initials="AB",
        decided=date(2024, 1, 1),
        rule=table.rule,
        text=table.text,
        sentence=table.sentence,
        expected=table.expected,
        passages=None if table.passages is None else tuple(map(digest_of_passage, table.passages)),
        until=table.until,
    )


def _option(value: str | int | float | bool | list[str]) -> Option:
    return tuple(value) if isinstance(value, list) else value
