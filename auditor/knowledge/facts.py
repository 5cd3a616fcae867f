"""The fact base ``rules/facts/``: what is known of public figures, whatever the references say."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from pydantic import BaseModel, ConfigDict

from auditor.resources import damaged, folder, read_table


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A dead public figure.

    Attributes:
        names: the usual name first, then birth name and other spellings; two words at least.
        died: the local date.
        how: the manner of death as a predicate: ``killed by a drone strike``.
        source: where to look it up.
    """

    names: tuple[str, ...]
    died: date
    place: str
    how: str
    source: str


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    name: str
    aliases: list[str]
    died: date
    place: str
    how: str
    source: str


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    person: list[_Record]


@cache
def known_people() -> tuple[KnownPerson, ...]:
    """Return everybody in the fact base, files and records in order.

    Raises:
        AuditError: naming the file and what is wrong in it.
    """
    people: list[KnownPerson] = []
    for path in sorted((folder("rules") / "facts").glob("*.toml")):
        file = read_table(path, _File)
        people.extend(
            KnownPerson(
                (record.name, *record.aliases), record.died, record.place, record.how, record.source
            )
            for record in file.person
        )
    if not people:
        raise damaged(folder("rules") / "facts", "holds no fact")
    return tuple(people)
