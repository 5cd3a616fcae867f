"""Who did what to whom, when and where: as one sentence tells it, and as all references do."""

from dataclasses import dataclass
from datetime import date

from auditor.model.words import NameKind


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what fills a role of a frame, at ``start:end`` of its document.

    Attributes:
        text: the name, or the noun with its compounds where no name is said.
        role: ``agent``, ``patient``, or the preposition that ties it to the predicate.
        kind: what is named; None for a plain noun.
        called: the noun that describes a named one (``commander``), "" where none does.
        several: whether a plural or a number says that they are more than one.
    """

    start: int
    end: int
    text: str
    role: str
    kind: NameKind | None
    called: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate of a sentence, a verb or a noun for an event, with its participants.

    Attributes:
        doc, sentence: ids of the document and of its sentence.
        start, end: of the predicate in the document's text.
        predicate: its base form.
        family: the class of `rules/lexicon/en/deeds.toml`, else the base form.
        verb: whether it is a verb.
        single: False for a plural, a habit, something denied, wished or only possible.
        pronouns: the roles that a personal pronoun fills, one entry for each.
    """

    doc: str
    sentence: str
    start: int
    end: int
    text: str
    predicate: str
    family: str
    verb: bool
    single: bool
    participants: tuple[Participant, ...]
    pronouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What a group of references reports.

    Attributes:
        id: ``e1``, ``e2`` … by time, those without a date last.
        main: whether the article is mainly about it.
        description: the words of a reference that tell it shortest.
        first, last: its days; None where the references do not tell.
        references: ids of the documents that report it, in loading order.
        names: what only these references name, most telling first.
    """

    id: str
    main: bool
    description: str
    first: date | None
    last: date | None
    references: tuple[str, ...]
    names: tuple[str, ...]
