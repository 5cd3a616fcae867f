"""Finding the numbers of a text: numerals, with units, bounds and the nouns that they count."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from auditor.checks.numbers.find.age_holder import age_holder
from auditor.checks.numbers.find.bounds import Hedge, hedge, span
from auditor.checks.numbers.find.clock import clock_times
from auditor.checks.numbers.find.counted_noun import counted_noun, noun_lemma
from auditor.checks.numbers.find.counts_nothing import counts_nothing
from auditor.checks.numbers.find.durations import durations
from auditor.checks.numbers.find.elided_money import with_currency
from auditor.checks.numbers.find.measures import Measure, measured
from auditor.checks.numbers.find.number_pieces import NumberPiece, pieces
from auditor.checks.numbers.find.numerals import Numeral, numeral
from auditor.checks.numbers.find.pairs import Pair, pair_at, shared
from auditor.checks.numbers.find.result_lines import result_lines
from auditor.checks.numbers.find.spaced import joined
from auditor.model.number import Bound, Number
from auditor.model.text import Sentence, Text, Token, within
from auditor.model.words import SentenceKind

CLOCK, CLOCK_FACE = "time-of-day", "time-of-day-12h"
"""Units of times of day: minutes since midnight, and since noon or midnight, whichever it was."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with its pieces, what of it is taken, and where its tokens begin."""

    sentence: Sentence
    row: tuple[NumberPiece, ...]
    taken: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]

    def token_at(self, offset: int) -> int:
        """Return the index of the token that holds character `offset`, -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def is_taken(self, start: int, end: int) -> bool:
        """Tell whether a date or time of day stands in ``start:end``."""
        return any(a < end and start < b for a, b in self.taken)


def find_numbers(text: Text) -> tuple[Number, ...]:
    """Return the numbers of a text in text order; they do not overlap.

    Dates that `text.dates` holds are left alone, and so are years, designators ("Highway 50"),
    identifiers and the pronoun "one", in boilerplate everything.
    """
    return tuple(
        chain.from_iterable(
            _in_sentence(sentence, text)
            for sentence in text.sentences
            if sentence.kind is not SentenceKind.BOILERPLATE
        )
    )


def _in_sentence(sentence: Sentence, text: Text) -> Iterator[Number]:
    spans = tuple(durations(sentence))
    times = (clock for clock in _clocks(sentence) if not within(spans, clock))
    clocks = (*spans, *times, *result_lines(sentence))
    dates = ((date.start, date.end) for date in within(text.dates, sentence))
    line = _Line(
        sentence,
        joined(pieces(sentence.text, sentence.start)),
        (*((clock.start, clock.end) for clock in clocks), *dates),
        tuple(token.start for token in sentence.tokens),
    )
    ordered = sorted(chain(clocks, _numbers(line)), key=lambda number: number.start)
    yield from with_currency(sentence, ordered)


def _clocks(sentence: Sentence) -> Iterator[Number]:
    for time in clock_times(sentence.text):
        start, end = sentence.start + time.start, sentence.start + time.end
        words = sentence.text[max(0, time.start - 24) : time.start].lower().split()
        vague = bool(
            set(words[-2:])
            & {
                "about",
                "around",
                "shortly",
                "before",
                "after",
                "nearly",
                "just",
                "by",
                "until",
                "almost",
                "past",
            }
        )
        room = 45 if vague else 0
        yield Number(
            start=start,
            end=end,
            text=sentence.text[time.start : time.end],
            low=float(time.minutes - room),
            high=float(time.minutes + room),
            unit=CLOCK if time.whole else CLOCK_FACE,
            counted=time.zone,
            value=float(time.minutes),
            bound=Bound.ABOUT if vague else Bound.EXACT,
            phrase_start=start,
            phrase_end=end,
        )


def _numbers(line: _Line) -> Iterator[Number]:
    at = 0
    while at < len(line.row):
        pair = pair_at(line.row, at)
        if pair and not _is_dated(line, pair):
            made, at = _from_pair(line, pair), pair.last
            yield from (q for q in made if not line.is_taken(q.start, q.end))
            continue
        n = numeral(line.row, at)
        if n is None:
            at += 1
            continue
        measure = measured(line.row, n)
        if not measure.unit and (whole := shared(line.row, n)):
            n, measure = whole
        if _is_number(line, n, measure):
            yield _number(line, n, measure)
        at = max(n.last, measure.last)


def _is_dated(line: _Line, pair: Pair) -> bool:
    """Tell whether a pair is none, but the end of a dateline and a figure: ``Feb 11 - Twelve``."""
    day, mark = line.row[pair.left.first], line.row[pair.left.last]
    ends = line.is_taken(day.start, day.end) or counts_nothing(line.row, pair.left, None)
    return ends and mark.kind == "mark" and not mark.glued and pair.right.spelled


def _is_number(line: _Line, n: Numeral, measure: Measure) -> bool:
    token = _token(line, n.first)
    first, last = line.row[n.first], line.row[measure.last - 1]
    if line.is_taken(first.start, last.end):
        return False
    if measure.unit in {"age", "magnitude", "category"}:
        return True
    if n.form == "ordinal" and n.value < 2:
        return False
    if n.form == "ordinal" and n.value == 2 and token is not None and token.pos == "ADV":
        return False
    return not counts_nothing(line.row, n, token)


def _token(line: _Line, piece: int) -> Token | None:
    at = line.token_at(line.row[piece].start)
    return line.sentence.tokens[at] if at >= 0 else None


def _number(line: _Line, n: Numeral, measure: Measure) -> Number:
    tokens = line.sentence.tokens
    after = line.token_at(line.row[measure.last - 1].end - 1) + 1
    noun = counted_noun(tokens, after) if tokens else -1
    behind = _behind(line, after, noun)
    meant = hedge(line.row, measure.first, measure.last, (measure.last, behind))
    bound = Bound.VAGUE if n.form == "vague" else meant.bound
    if measure.unit in {"ordinal", "magnitude", "category"}:
        bound = Bound.EXACT
    low, high = _span(n, measure, bound, meant)
    start, end = line.row[measure.first].start, line.row[measure.last - 1].end
    return Number(
        start=start,
        end=end,
        text=line.sentence.text[start - line.sentence.start : end - line.sentence.start],
        low=low,
        high=high,
        unit=measure.unit,
        counted=_counted(line, n, measure, noun),
        value=measure.value,
        step=measure.step,
        bound=bound,
        phrase_start=min(start, line.row[meant.first].start),
        phrase_end=max(end, line.row[meant.last - 1].end),
        token=line.token_at(line.row[n.first].start),
        noun=noun,
    )


def _span(n: Numeral, measure: Measure, bound: Bound, meant: Hedge) -> tuple[float, float]:
    if n.form == "vague":
        return n.low, n.high
    if measure.unit in {"ordinal", "age"} and bound is Bound.EXACT:
        return measure.value, measure.value
    share = n.form == "share" and measure.unit == "percent"
    return span(measure.value, measure.step, meant, share=share)


def _behind(line: _Line, after: int, noun: int) -> int:
    """Return the piece behind the counted noun, where "or more" may stand."""
    tokens = line.sentence.tokens
    end = tokens[noun].end if noun >= 0 else (tokens[after - 1].end if after else 0)
    return next((k for k, piece in enumerate(line.row) if piece.start >= end), len(line.row))


def _counted(line: _Line, n: Numeral, measure: Measure, noun: int) -> str:
    if measure.unit == "age":
        return age_holder(line.sentence.tokens, line.token_at(line.row[n.first].start), noun)
    return noun_lemma(line.sentence.tokens[noun]) if noun >= 0 else ""


def _from_pair(line: _Line, pair: Pair) -> Iterator[Number]:
    """Yield a score or vote, or the one number of a range; nothing where it names a thing."""
    row = line.row
    if any(counts_nothing(row, n, _token(line, n.first)) for n in (pair.left, pair.right)):
        return
    measure = _pair_measure(row, pair)
    base = _number(line, pair.right, measure)
    start = row[pair.first].start
    meant = hedge(row, pair.first, measure.last, ())
    whole = replace(
        base,
        start=start,
        text=line.sentence.text[start - line.sentence.start : base.end - line.sentence.start],
        phrase_start=min(start, row[meant.first].start),
        token=line.token_at(row[pair.left.first].start),
    )
    sides = sorted((pair.left.value, pair.right.value))
    if pair.form == "score":
        yield replace(
            whole,
            low=sides[0],
            high=sides[1],
            value=pair.left.value,
            unit="score",
            bound=Bound.EXACT,
        )
    else:
        low, high = sides[0] * measure.value / pair.right.value, measure.value
        yield replace(whole, low=low, high=high, value=(low + high) / 2, bound=Bound.RANGE)


def _pair_measure(row: Sequence[NumberPiece], pair: Pair) -> Measure:
    """Return the unit of a pair, whose currency sign may stand before the left number alone."""
    right = measured(row, pair.right)
    if right.unit or pair.form == "score":
        return right if pair.form != "score" else replace(right, last=pair.right.last, unit="score")
    left = measured(row, pair.left)
    return replace(right, unit=left.unit if left.unit != "age" or pair.right.value < 116 else "")
