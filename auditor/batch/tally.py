"""What all stories together show: how they ended, where, with which kinds, beside which reports."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from auditor.batch.ledger import page_name
from auditor.model.words import Severity
from auditor.render.record import Record

ROWS = 2_000
"""Stories that the page lists, the gravest first: half a megabyte. A guess."""

REFERENCES = 50
"""References that the page lists, those behind most errors first. A guess."""

STATES = ("lost", "stop", "open", "read", "clear")
"""How a story may end, gravest first: not audited, with errors, incomplete, with warnings, well."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in the list.

    Attributes:
        state: one of `STATES`.
        outcome: its headline, or why it was not audited.
        page: its own report from the folder of the batch, "" for none.
        unchecked: how many things were not checked.
    """

    story: str
    title: str
    desk: str
    state: str
    outcome: str
    page: str
    errors: int = 0
    warnings: int = 0
    unchecked: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """A desk, a kind of finding, or a reference, with what falls to it.

    Attributes:
        name: of the desk, rule or reference.
        about: what the rule's findings are about, "" for others.
        stories: how many have a part in it.
    """

    name: str
    about: str = ""
    stories: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """All stories together; every list has the gravest first, then goes by name.

    Attributes:
        states: how many stories ended in each of `STATES`.
        stories: at most `ROWS` of them.
        references: at most `REFERENCES` of them, those alone behind which errors stand.
        signature: what audited them; {} where none could be audited.
        failing: how many have findings that fail them.
        incomplete: how many were not audited in full.
    """

    states: dict[str, int]
    stories: tuple[StoryRow, ...]
    desks: tuple[Share, ...]
    kinds: tuple[Share, ...]
    references: tuple[Share, ...]
    signature: Record
    failing: int
    incomplete: int

    @property
    def total(self) -> int:
        """Return how many stories there are."""
        return sum(self.states.values())


@dataclass(slots=True)
class _Sums:
    """Sums by severity, and stories, of each name."""

    counts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    names: dict[str, str] = field(default_factory=dict)

    def add(self, key: str, what: str, name: str = "") -> None:
        self.counts[key][what] += 1
        self.names.setdefault(key, name)


def tally(records: Iterable[Record], fails: Callable[[StoryRow], bool]) -> Tally:
    """Return what the lines of a record show together; one line is held at a time.

    Args:
        records: of the stories in their order.
        fails: tells whether the findings of a story fail it.
    """
    states = dict.fromkeys(STATES, 0)
    rows: list[StoryRow] = []
    desks, kinds, references = _Sums(), _Sums(), _Sums()
    signature: Record = {}
    failing = incomplete = 0
    for record in records:
        row = story_row(record)
        states[row.state] += 1
        rows.append(row)
        if len(rows) > 2 * ROWS:
            rows = _gravest(rows)
        failing += fails(row)
        incomplete += row.state == "lost" or row.unchecked > 0
        _add(record, row, desks, kinds, references)
        signature = signature or record.get("report", {}).get("signature", {})
    return Tally(
        states=states,
        stories=tuple(_gravest(rows)),
        desks=_shares(desks, lambda key, _: (key, "")),
        kinds=_shares(kinds, lambda key, name: (key, name)),
        references=_shares(references, lambda _, name: (name, ""))[:REFERENCES],
        signature=signature,
        failing=failing,
        incomplete=incomplete,
    )


def story_row(record: Record) -> StoryRow:
    """Return a story as the list shows it."""
    story, desk = record["story"], record["desk"]
    if "report" not in record:
        return StoryRow(story, story, desk, "lost", record["problem"], "")
    report = record["report"]
    summary = report["summary"]
    return StoryRow(
        story=story,
        title=report["article"]["title"] or _heading(report) or story,
        desk=desk,
        state=_state(summary),
        outcome=record["outcome"],
        page=page_name(story),
        errors=summary["errors"],
        warnings=summary["warnings"],
        unchecked=len(report["problems"]),
    )


def open_findings(report: Record) -> Iterator[Record]:
    """Yield the findings that nobody let stand."""
    every = [one for sentence in report["sentences"] for one in sentence["findings"]]
    for one in (*report["article_findings"], *every):
        if not (one["waived"] or one.get("known")):
            yield one


def _state(summary: Record) -> str:
    if summary["errors"]:
        return "stop"
    if not summary["complete"]:
        return "open"
    return "read" if summary["warnings"] else "clear"


def _heading(report: Record) -> str:
    headings = (one["text"] for one in report["sentences"] if one["kind"] == "heading")
    return next(headings, "")


def _add(record: Record, row: StoryRow, desks: _Sums, kinds: _Sums, references: _Sums) -> None:
    """Add one story to all sums; a name that has several findings of it has the story once."""
    desks.add(row.desk, "stories")
    if row.state == "lost":
        desks.add(row.desk, "lost")
        return
    own: set[tuple[str, str]] = set()
    documents = {one["id"]: one for one in record["report"]["references"]}
    for one in open_findings(record["report"]):
        desks.add(row.desk, one["severity"])
        kinds.add(one["rule"], one["severity"], one["category"])
        own.add(("kind", one["rule"]))
        for reference in {passage["reference"] for passage in one["evidence"]}:
            if one["severity"] == Severity.ERROR:
                document = documents[reference]
                references.add(document["sha256"], "error", document["url"] or document["path"])
                own.add(("reference", document["sha256"]))
    for of, key in own:
        (kinds if of == "kind" else references).add(key, "stories")


def _shares(sums: _Sums, named: Callable[[str, str], tuple[str, str]]) -> tuple[Share, ...]:
    shares = []
    for key, counts in sums.counts.items():
        name, about = named(key, sums.names[key])
        shares.append(
            Share(
                name,
                about,
                stories=counts["stories"],
                errors=counts[Severity.ERROR],
                warnings=counts[Severity.WARNING],
                notes=counts[Severity.NOTE],
                lost=counts["lost"],
            )
        )
    return tuple(sorted(shares, key=lambda one: (-one.errors, -one.warnings, -one.lost, one.name)))


def _gravest(rows: list[StoryRow]) -> list[StoryRow]:
    return sorted(
        rows,
        key=lambda row: (STATES.index(row.state), -row.errors, -row.warnings, row.story),
    )[:ROWS]
