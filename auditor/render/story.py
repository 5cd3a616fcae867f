"""The article as it reads, block by block, each sentence with its rubric and marks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from auditor.model.audit import Audit, Judged
from auditor.model.listed import KNOWN, WAIVED, Listed
from auditor.model.words import SentenceKind
from auditor.render import labels
from auditor.render.marks import pieces
from auditor.render.rubric import RUBRICS, rubric

GROUPED = {SentenceKind.LIST_ITEM: "list", SentenceKind.TABLE_ROW: "rows"}
"""Kinds whose neighbouring paragraphs make one block."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a sentence; marked where `ids` (space-separated, gravest first) are not empty.

    Attributes:
        line: the underline of the gravest finding's category.
        label: what a screen reader adds: severity and category.
    """

    text: str
    ids: str
    severity: str
    line: str
    label: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence in the running text.

    Attributes:
        lead: what stands before it and belongs to no sentence, such as a bullet.
        summary: its rubric and findings in words, for the marker's name.
        severities, categories: of its findings, space-separated, for the filters.
    """

    id: str
    lead: str
    rubric: str
    summary: str
    severities: str
    categories: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """A paragraph, heading, list, table or quote: its lines, each of one or more sentences."""

    kind: str
    title: bool
    lines: tuple[tuple[SentenceView, ...], ...]


def story(audit: Audit, findings: Sequence[Listed]) -> tuple[StoryBlock, ...]:
    """Return the article's blocks in text order."""
    views = _sentences(audit, findings)
    paragraphs = [
        (kind, tuple(view for _, view in group))
        for (_, kind), group in groupby(
            views, key=lambda pair: (pair[0].sentence.paragraph, pair[0].sentence.kind)
        )
    ]
    title = next((n for n, (kind, _) in enumerate(paragraphs) if _is_title(kind)), -1)
    blocks = []
    for key, group in groupby(enumerate(paragraphs), key=lambda pair: _block_key(*pair)):
        lines = tuple(line for _, (_, line) in group)
        blocks.append(StoryBlock(key[1], key[0] == title, lines))
    return tuple(blocks)


def _is_title(kind: SentenceKind) -> bool:
    return kind is SentenceKind.HEADING


def _block_key(n: int, paragraph: tuple[SentenceKind, object]) -> tuple[int, str]:
    kind = paragraph[0]
    return (-2, GROUPED[kind]) if kind in GROUPED else (n, kind.value)


def _sentences(audit: Audit, findings: Sequence[Listed]) -> Iterator[tuple[Judged, SentenceView]]:
    text = audit.article.document.text
    gravest_first = sorted(findings, key=lambda item: item.rank)
    marks = [(f.finding.start, f.finding.end, f.id) for f in gravest_first]
    by_id = {item.id: item for item in findings}
    end = 0
    for judged in audit.sentences:
        sentence = judged.sentence
        own = [item for item in findings if item.sentence is sentence]
        cut = pieces(sentence.text, sentence.start, marks)
        yield (
            judged,
            SentenceView(
                id=sentence.id,
                lead=text[end : sentence.start].strip(),
                rubric=rubric(judged).value,
                summary=_summary(judged, own),
                severities=" ".join(sorted({item.state for item in own})),
                categories=" ".join(sorted({i.finding.category.value for i in own})),
                stretches=tuple(_stretch(p.text, p.tags, by_id) for p in cut),
            ),
        )
        end = sentence.end


def _stretch(text: str, ids: Sequence[str], by_id: Mapping[str, Listed]) -> Stretch:
    if not ids:
        return Stretch(text, "", "", "", "")
    first = by_id[ids[0]]
    category = first.finding.category
    severity = labels.severity(first.finding, first.waiver, first.known)
    return Stretch(
        text=text,
        ids=" ".join(ids),
        severity=first.state,
        line=labels.LINES.get(category, labels.OTHER_LINE),
        label=f"{severity}, {labels.CATEGORIES[category].lower()}",
    )


def _summary(judged: Judged, own: Sequence[Listed]) -> str:
    waived = sum(item.state == WAIVED for item in own)
    known = sum(item.state == KNOWN for item in own)
    left = len(own) - waived - known
    parts = (
        RUBRICS[rubric(judged)],
        labels.counted(left, "finding") if left else "",
        f"{waived} waived" if waived else "",
        f"{known} known" if known else "",
    )
    return ", ".join(part for part in parts if part)
