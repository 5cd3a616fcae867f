"""The events that the references report, and which of them the article is mainly about."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.checks.events.find.frames import frames_of
from auditor.checks.events.find.groups import groups
from auditor.checks.events.find.statements import clause_of
from auditor.checks.events.find.written_days import days_of, written
from auditor.evidence.case import Case
from auditor.knowledge.deeds import is_like, word_list
from auditor.model.event import Event, Frame
from auditor.model.text import Sentence, Text, within
from auditor.model.words import SentenceKind

NEWS = 4
"""Sentences of a report, its headings among them, that tell its news. A guess."""

NAMES_KEPT = 5
"""Names kept for an event. A guess."""


def with_events(case: Case) -> Case:
    """Return the case with the frames of all its texts and the events of its references."""
    near = case.article.document.published
    wrote = [written(text, near) for text in case.references]
    frames = tuple(frame for text in (case.article, *case.references) for frame in frames_of(text))
    grouped = groups(case.references, wrote)
    main = _main(case, grouped, wrote) if grouped else ()
    events = sorted(
        (_event(case, group, wrote, frames, group is main) for group in grouped),
        key=lambda event: (event.first or datetime.date.max, event.references),
    )
    numbered = tuple(replace(event, id=f"e{n}") for n, event in enumerate(events, 1))
    return replace(case, frames=frames, events=numbered)


def _main(
    case: Case, grouped: Sequence[tuple[int, ...]], wrote: Sequence[datetime.date | None]
) -> tuple[int, ...]:
    """Return the group that the article's sentences are closest to."""
    group_of = {case.references[n].document.id: group for group in grouped for n in group}
    scores = dict.fromkeys(grouped, 0.0)
    told = [link for link in case.links if link.sentence.kind is not SentenceKind.BOILERPLATE]
    for link in told:
        best: dict[tuple[int, ...], float] = {}
        for passage in link.evidence:
            group = group_of[passage.reference]
            best[group] = max(best.get(group, 0.0), passage.score)
        for group, score in best.items():
            scores[group] += score
    return max(grouped, key=lambda group: (scores[group] * _timely(case, group, wrote), -group[0]))


def _timely(case: Case, group: Sequence[int], wrote: Sequence[datetime.date | None]) -> float:
    """Return 1, less where the group was written well after or long before the article."""
    day = case.article.document.published
    gaps = [(day - wrote[n]).days for n in group if day and wrote[n]]  # type: ignore[operator]  # filtered
    return 0.7 if gaps and not any(-3 <= gap <= 30 for gap in gaps) else 1.0


def _event(
    case: Case,
    group: Sequence[int],
    wrote: Sequence[datetime.date | None],
    frames: Sequence[Frame],
    main: bool,
) -> Event:
    texts = [case.references[n] for n in group]
    family = _family(texts, frames)
    days = Counter(
        day
        for n, text in zip(group, texts, strict=True)
        for sentence in _sentences_of(text, frames, family)
        for date in within(text.dates, sentence)
        for day in days_of(date, wrote[n])
    )
    day = min(days, key=lambda stated: (-days[stated], stated), default=None)
    return Event(
        id="",
        main=main,
        description=_description(texts, frames, family),
        first=day,
        last=day,
        references=tuple(text.document.id for text in texts),
        names=tuple(_names(case, [text.document.id for text in texts])),
    )


def _news(text: Text) -> tuple[Sentence, ...]:
    """Return the first sentences of a report."""
    told = [s for s in text.sentences if s.kind is not SentenceKind.BOILERPLATE]
    return tuple(told[:NEWS])


def _family(texts: Sequence[Text], frames: Sequence[Frame]) -> str:
    """Return the class of event that most of the reports open with, "" where none is told."""
    news = {(text.document.id, s.id) for text in texts for s in _news(text)}
    families = Counter(
        frame.family
        for frame in frames
        if (frame.doc, frame.sentence) in news and frame.single and _is_news(frame)
    )
    return min(families, key=lambda family: (-families[family], family), default="")


def _is_news(frame: Frame) -> bool:
    """Tell whether a frame is of a class that reports open with."""
    classed = frame.family != frame.predicate
    return classed and frame.family not in word_list("talk") | word_list("lasting")


def _sentences_of(text: Text, frames: Sequence[Frame], family: str) -> Iterator[Sentence]:
    """Yield the sentences of a report that tell of its class of event."""
    ids = {f.sentence for f in frames if f.doc == text.document.id and is_like(f.family, family)}
    return (sentence for sentence in text.sentences if sentence.id in ids)


def _description(texts: Sequence[Text], frames: Sequence[Frame], family: str) -> str:
    """Return the shortest words among the first sentences that tell who did what to whom.

    Where none does, the first heading or sentence.
    """
    news = {(text.document.id, s.id): s for text in texts for s in _news(text)}
    told = [
        clause_of(news[frame.doc, frame.sentence], frame)
        for frame in frames
        if is_like(frame.family, family)
        and frame.single
        and (frame.doc, frame.sentence) in news
        and len({who.role for who in frame.participants}) > 1
    ]
    first = [s.text for text in texts for s in _news(text)[:1]]
    return min(told or first, key=lambda words: (len(words), words), default="")


def _names(case: Case, ids: Sequence[str]) -> Iterator[str]:
    """Yield what only these references name, what most of them name first."""
    every = {text.document.id for text in case.references}
    own, others = set(ids), every - set(ids)
    own_names = []
    for entity in case.entities.entities:
        seen = [a.document for a in entity.appearances if a.document in own]
        if seen and not any(a.document in others for a in entity.appearances):
            own_names.append((-len(set(seen)), -len(seen), entity.canonical))
    for _, _, name in sorted(own_names)[:NAMES_KEPT]:
        yield name
