"""Words that a news page carries besides the news: notices, and links to other pages."""

import re
from functools import cache

from auditor.knowledge.lexicon import lexicon


def is_notice(text: str) -> bool:
    """Tell whether a paragraph or sentence speaks of the article and not of the news."""
    folded = text.casefold()
    return (
        any(phrase in folded for phrase in lexicon("boilerplate")["notices"])
        or bool(_self_reference().search(folded))
        or bool(_disclosure().search(folded))
    )


def is_link(text: str) -> bool:
    """Tell whether a sentence only sends the reader elsewhere: ``Click here for more sport news``.

    What somebody is reported to have said is a claim, though it begins so.
    """
    folded = text.casefold()
    return bool(_labelled().match(folded)) or bool(
        _pointer().match(folded) and not _reported().search(folded)
    )


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}(?:{_any('link_labels')}) ?:(?:\s|$)")


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}(?:{_any('links')})(?:[.!]| (?:{_any('links_after')})\b|$)")


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(rf"[,”’\"'](?: [^ ]{{1,30}}){{0,6}}? (?:{_any('reporting')})\b")


@cache
def _self_reference() -> re.Pattern[str]:
    nouns, verbs = _any("self_nouns"), _any("self_verbs")
    return re.compile(rf"^(?:overall, )?(?:this|the|our) (?:{nouns}) (?:\w+ )?(?:{verbs})\b")


@cache
def _disclosure() -> re.Pattern[str]:
    makers, made = _any("makers"), _any("made")
    return re.compile(
        rf"\b(?:{made})(?: \w+)? (?:by|with|using)(?: an?)? (?:{makers})\b"
        rf"|\b(?:{makers})[- ](?:{made})\b"
    )


def _any(key: str) -> str:
    """Return the words of a list of ``boilerplate.toml`` as alternatives of a pattern."""
    return "|".join(map(re.escape, lexicon("boilerplate")[key]))
