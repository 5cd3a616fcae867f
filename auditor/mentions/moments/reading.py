"""From a match of a date pattern to the moments that it states, not yet resolved."""

from collections.abc import Callable, Iterator, Mapping

from auditor.mentions.moments import counted, dates, periods
from auditor.mentions.moments.found import Found
from auditor.model.moment import Moment


def read(name: str, found: Found) -> tuple[Moment, ...]:
    """Return the moments of a match, two for a range, () where the words are no date here."""
    return tuple(_READERS[name](found))


_READERS: Mapping[str, Callable[[Found], Iterator[Moment]]] = {
    "iso": dates.read_iso,
    "figures": dates.read_figures,
    "month_day": dates.read_day,
    "day_month": dates.read_day,
    "month_year": periods.read_month_year,
    "month": periods.read_month,
    "season": periods.read_season,
    "quarter": periods.read_quarter,
    "q": periods.read_q,
    "half_year": periods.read_half_year,
    "years": periods.read_years,
    "year": periods.read_year,
    "decade": periods.read_decade,
    "decade_word": periods.read_decade_word,
    "feast": dates.read_feast,
    "weekday": counted.read_weekday,
    "named_day": counted.read_named_day,
    "beside": counted.read_beside,
    "ago": counted.read_ago,
    "the_day": counted.read_the_day,
}
