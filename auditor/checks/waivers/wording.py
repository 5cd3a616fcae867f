"""How a waiver is told in the message of a finding about it."""

from auditor.model.calendar import day_in_words
from auditor.model.document import Allowance
from auditor.model.waiver import Waiver

GONE = "a passage that it was signed beside no longer stands in the references"
MARKED_NO_MORE = "nothing of it is marked there any more"
REWORDED = "its sentence no longer stands in the article"


def told(waiver: Waiver) -> dict[str, str]:
    """Return what messages may show of a waiver, by name."""
    return {
        "waiver": _signed(waiver),
        "of": _of(waiver.rule, waiver.text),
        "reason": waiver.reason,
        "until": day_in_words(waiver.until) if waiver.until else "",
    }


def told_inline(allowance: Allowance) -> dict[str, str]:
    """Return the same of a comment in the article."""
    return {
        "waiver": "The comment in the article",
        "of": f" that allows {allowance.rule}" if allowance.rule else "",
        "reason": allowance.reason,
        "until": "",
    }


def otherwise(before: str, now: str) -> str:
    """Return that the references had other words in the place; "" stands for none."""
    return f"the references had {_quoted(before)} in this place and have {_quoted(now)} now"


def no_rule(rule: str) -> str:
    """Return that a comment names no rule."""
    named = f"no rule is called {rule}" if rule else "it names no rule"
    return f"{named}; `audit rules` lists them"


def _signed(waiver: Waiver) -> str:
    day = f" on {day_in_words(waiver.decided)}" if waiver.decided else ""
    return f"The waiver that {waiver.initials or 'nobody'} signed{day}"


def _of(rule: str, words: str) -> str:
    parts = [part for part in (rule, f"“{words}”" if words else "") if part]
    return f" ({', '.join(parts)})" if parts else ""


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"
