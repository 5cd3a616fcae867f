"""Whether words that can be a date are one where they stand: ``May``, ``Sun``, ``2014``."""

import re
from bisect import bisect_right

from auditor.checks.dates.find.calendar_words import month_numbers, words
from auditor.checks.dates.find.timelines import Opening, is_alone, is_row
from auditor.model.text import Sentence, Token

LEAD = 40
"""Characters beside a date that are looked at, so that long texts take no longer a word."""

_WORD_BEFORE = re.compile(r"([\w’'&-]+)[ \t\u00a0]{1,3}$")
_WORD_AFTER = re.compile(r"[ \t\u00a0]{1,3}([\w’'-]+(?: football| night| live| lights| post)?)")
_DIGITS_BEFORE = re.compile(r"\d(?:st|nd|rd|th)? (?:of )?$")
_DIGITS_AFTER = re.compile(r" \d{1,2}(?!\d)")
_CURRENCY = re.compile(r"(?:[$£€¥]|\b(?:USD|EUR|GBP|Rs\.?))\s?$")


def is_month_alone(sentence: Sentence, match: re.Match[str], led: bool) -> bool:
    """Tell whether a month's name without day or year is the month.

    `led` says that ``early``, ``last`` or the like stands before it.
    """
    word = match["month"]
    full = word.rstrip(".").lower() in {entry.split()[0] for entry in words("months")}
    if word[0].islower() and not _is_lower(sentence):
        return False
    if _DIGITS_BEFORE.search(_lead(sentence, match.start())) or _DIGITS_AFTER.match(
        sentence.text, match.end()
    ):  # a day that the calendar does not have
        return False
    if not full and not (word.endswith(".") or led) and word.lower() != "sept":
        return False
    if _token(sentence, match.start("month"), "PERSON"):
        return False
    before = _before(sentence, match.start())
    if before in words("named_before") or _is_named_after(sentence, match.end()):
        return False
    if word.rstrip(".").lower() not in {"may", "march", "april", "june", "august"} or led:
        return True
    if word[0].islower() and word.lower() in {"may", "march"}:
        return False
    return before in words("year_before") or before in month_numbers() or before == "on"


def is_plain_word(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether a month's name begins small where others do not: ``may 5 people come``."""
    return match["month"][0].islower() and not _is_lower(sentence)


def is_weekday_alone(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether a weekday's name is one day: no name (``Good Friday``), not ``every Friday``."""
    word = match["weekday"]
    full = word.lower().endswith("day")
    if (word[0].islower() and not _is_lower(sentence)) or not (full or word.endswith(".")):
        return False
    before = _before(sentence, match.start())
    if before in words("recurring") or before in words("named_before"):
        return False
    if _is_named_after(sentence, match.end()):
        return False
    lead = _lead(sentence, match.start())
    if re.match(r"(?:\s?[-–—/]\s?|\s(?:to|through|and|or)\s)\w+day\b", _tail(sentence, match)):
        return "between" in before or bool(re.search(r"\bon\s$", lead))
    joined = re.search(r"\b\w+day(?:s?\s?[-–—/]\s?|\s(?:to|through)\s)$", lead)
    return not joined and not _is_given_name(sentence, match)


def _is_named_after(sentence: Sentence, end: int) -> bool:
    """Tell whether the words after a date make a name or a habit of it: ``the Sunday People``."""
    after = _after(sentence, end)
    named = after in words("named_after") and sentence.text[end:].lstrip()[:1].isupper()
    return named or after in words("recurring_after")


def _is_given_name(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether the weekday is a person's name: ``the coach Sunday Oliseh``."""
    token = _at(sentence, sentence.start + match.start("weekday"))
    following = _at(sentence, sentence.start + match.end())
    if token is None or token.entity == "PERSON":
        return token is not None
    return (
        following is not None
        and following.pos == "PROPN"
        and token.dep == "compound"
        and token.entity not in {"DATE", "TIME"}
    )


def is_year(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether four digits alone are a year and not a number of things."""
    text, start, end = sentence.text, match.start(), match.end()
    if _CURRENCY.search(_lead(sentence, start)):
        return False
    at = Opening(sentence.start + start, sentence.start + end)
    if is_row(sentence, at) or is_alone(sentence, at):
        return True
    before, after = _before(sentence, start), _after(sentence, end)
    following = _at(sentence, sentence.start + end)
    if after in words("year_not_before") and not (after in {"and", "or"} and before == "in"):
        return before in {"in", "since", "between"} and after in {"and", "or"}
    if following and following.tag == "NNS" and before not in {"the", "a", "his", "her", "its"}:
        return False
    if text[start - 1 : start] == "(" and text[end : end + 1] in {")", ",", "-", "–"}:
        return True
    if before in words("year_before"):
        return before not in {"to", "of", "for", "than", "and"} or not (
            following and following.pos in {"NOUN", "ADJ", "VERB"} and text[end : end + 1] != ","
        )
    if text[end : end + 2] in {"’s", "'s"}:
        return True
    led = _at(sentence, sentence.start + start, back=True)
    possessor = led is not None and (led.pos == "DET" or led.tag in {"PRP$", "POS"})
    return possessor and following is not None and following.pos in {"NOUN", "ADJ", "PROPN"}


def is_season(sentence: Sentence, match: re.Match[str], led: bool) -> bool:
    """Tell whether a season's name is a time: not the Summer Olympics, not the fall of a house."""
    if match["season"].lower() == "fall" and not led:
        return False
    following = _at(sentence, sentence.start + match.end())
    if following and following.text[:1].isupper() and following.pos == "PROPN":
        return False
    if led:
        return True
    before = _before(sentence, match.start())
    named = following is not None and following.pos in {"NOUN", "PROPN"}
    return before in {"in", "the", "by", "since", "until", "during", "over"} and not named


def _is_lower(sentence: Sentence) -> bool:
    """Tell whether the sentence has no capitals: then a small letter says nothing."""
    return sentence.text == sentence.text.lower()


def _lead(sentence: Sentence, at: int) -> str:
    """Return the characters before a place that can tell what it is."""
    return sentence.text[max(0, at - LEAD) : at]


def _tail(sentence: Sentence, match: re.Match[str]) -> str:
    return sentence.text[match.end() : match.end() + LEAD]


def _before(sentence: Sentence, at: int) -> str:
    beside = _WORD_BEFORE.search(sentence.text[max(0, at - 40) : at])
    word = beside[1].lower() if beside else ""
    if word == "the":
        start = max(0, at - 40)
        earlier = _WORD_BEFORE.search(
            sentence.text[start : start + (beside.start() if beside else 0)]
        )
        return earlier[1].lower() if earlier and earlier[1].lower() == "in" else word
    return word


def _after(sentence: Sentence, at: int) -> str:
    beside = _WORD_AFTER.match(sentence.text, at)
    return beside[1].lower() if beside else ""


def _token(sentence: Sentence, at: int, entity: str) -> bool:
    token = _at(sentence, sentence.start + at)
    return token is not None and token.entity == entity


def _at(sentence: Sentence, at: int, back: bool = False) -> Token | None:
    """Return the token that begins at a place or next after it, or with `back` the one before."""
    n = bisect_right(sentence.tokens, at, key=lambda token: token.end)
    if back:
        return sentence.tokens[n - 1] if n else None
    return sentence.tokens[n] if n < len(sentence.tokens) else None
