"""From a match of a date pattern to the dates that it states, not yet resolved."""

from collections.abc import Callable, Iterator, Mapping

from auditor.checks.dates.find import calendar_dates, periods, relative
from auditor.checks.dates.find.match import Matched
from auditor.model.date import Date


def read(name: str, matched: Matched) -> tuple[Date, ...]:
    """Return the dates of a match, two for a range, () where the words are no date here."""
    return tuple(_READERS[name](matched))


_READERS: Mapping[str, Callable[[Matched], Iterator[Date]]] = {
    "iso": calendar_dates.read_iso,
    "figures": calendar_dates.read_figures,
    "month_day": calendar_dates.read_day,
    "day_month": calendar_dates.read_day,
    "month_year": periods.read_month_year,
    "month_short_year": periods.read_short_year,
    "short_year": periods.read_short_year,
    "month": periods.read_month,
    "season": periods.read_season,
    "quarter": periods.read_quarter,
    "q": periods.read_q,
    "half_year": periods.read_half_year,
    "years": periods.read_years,
    "year": periods.read_year,
    "decade": periods.read_decade,
    "decade_word": periods.read_decade_word,
    "feast": calendar_dates.read_feast,
    "weekday": relative.read_weekday,
    "named_day": relative.read_named_day,
    "beside": relative.read_beside,
    "ago": relative.read_ago,
    "the_day": relative.read_the_day,
}
