"""What the passages say of each sentence, as the entailment model reads them.

A sentence is read once, against its best passages joined in document order: facts that two
references hold between them support it together, and one reading a sentence keeps the audit quick.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from auditor.checkable import is_checkable
from auditor.entail.entailment import Entailment
from auditor.lacking import compared_elsewhere, without
from auditor.model.calendar import MONTHS
from auditor.model.case import Case, Evidence, Link
from auditor.model.moment import Frame, Moment
from auditor.model.reading import Reading
from auditor.model.text import Text, within
from auditor.model.words import Stance
from auditor.support import DOUBTED, support
from auditor.terms import terms

PASSAGE_PIECES = 104
"""Longest passage in estimated word pieces, as in training: 50 of 160 are left."""

DENIED = 0.8
"""From this probability of a contradiction on, the best passage denies the sentence. A guess."""

_PIECE = re.compile(r"\w+|[^\w\s]")


def with_readings(case: Case, entailment: Entailment) -> Case:
    """Return the case with a reading for each checkable sentence that has evidence."""
    sources = {text.document.id: (n, text) for n, text in enumerate(case.references)}
    due = [n for n, link in enumerate(case.links) if link.evidence and is_checkable(link.sentence)]
    pairs = [(_passage(case.links[n], sources), case.links[n].sentence.text) for n in due]
    links = list(case.links)
    for n, reading in zip(due, entailment.read(pairs), strict=True):
        sentence = links[n].sentence
        left = without(reading, sentence, compared_elsewhere(case.article, sentence))
        links[n] = _with_reading(links[n], left)
    return replace(case, links=tuple(links))


def _passage(link: Link, sources: Mapping[str, tuple[int, Text]]) -> str:
    return " ".join(_dated(sources[p.reference][1], p) for p in _together(link, sources))


def _together(link: Link, sources: Mapping[str, tuple[int, Text]]) -> tuple[Evidence, ...]:
    """Return the passages to read together, in document order.

    The best one leads; then each time the one that adds most of the sentence's words, as long as
    there is room and a word to add. A passage that repeats another only takes its room.
    """
    wanted = {term.key for term in terms(link.sentence)}
    left = {
        passage: wanted & _keys(sources[passage.reference][1], passage) for passage in link.evidence
    }
    kept = list(link.evidence[:1])
    room = PASSAGE_PIECES - _pieces(kept[0].text)
    wanted -= left.pop(kept[0])
    while left:
        best = max(left, key=lambda passage: (len(left[passage] & wanted), passage.score))
        added = left.pop(best) & wanted
        size = _pieces(best.text)
        if added and size <= room:
            kept.append(best)
            room -= size
            wanted -= added
    return tuple(sorted(kept, key=lambda p: (sources[p.reference][0], p.start)))


def _keys(text: Text, passage: Evidence) -> set[str]:
    return {term.key for sentence in within(text.sentences, passage) for term in terms(sentence)}


def _dated(text: Text, passage: Evidence) -> str:
    """Return the passage with the day, month or year behind dates that leave their year out.

    `This year` is 2012 in a report of 2012: only the document's own date can tell, which the model
    does not see.
    """
    parts, begun = [], passage.start
    for moment in within(text.moments, passage):
        if moment.frame is not Frame.ABSOLUTE and (stated := _stated(moment)):
            parts.append(f"{text.document.text[begun : moment.end]} ({stated})")
            begun = moment.end
    parts.append(text.document.text[begun : passage.end])
    return "".join(parts)


def _stated(moment: Moment) -> str:
    """Return what a moment means in words, "" where it is not known or no more than it says."""
    if moment.first is None or moment.first != moment.last:
        whole = moment.first and moment.last and moment.first.year == moment.last.year
        return str(moment.first.year) if moment.first and whole else ""
    return f"{MONTHS[moment.first.month - 1]} {moment.first.day}, {moment.first.year}"


def _pieces(text: str) -> int:
    """Estimate how many word pieces a text takes: long words count twice."""
    return sum(1 + (len(piece) > 8) for piece in _PIECE.findall(text))


def _with_reading(link: Link, reading: Reading) -> Link:
    """Return the link with the reading, and with what that says of its passages.

    They were read together: which of them bears the sentence out is left to what each covers. The
    best one denies it where the model reads a denial; in doubt a passage is only on the subject.
    """
    read = replace(link, reading=reading)
    best, *others = link.evidence
    if support(read) >= DOUBTED:
        return read
    stance = Stance.CONTRADICTS if reading.contradicts >= DENIED else Stance.MENTIONS
    quiet = tuple(replace(passage, stance=Stance.MENTIONS) for passage in others)
    return replace(read, evidence=(replace(best, stance=stance), *quiet))
