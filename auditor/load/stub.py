"""What is saved in the place of a story: a paywall, a cookie wall, a check for robots, an error.

A stub read as a report would be a short report, and what it does not say would count as unsaid.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.load.lines import Line, is_prose

LONGEST_STUB = 100_000
"""Characters of a page from which it is no stub. A guess: walls have some 20,000."""

FEW_WORDS = 60
"""Words of prose beside a notice below which a page holds no story. A guess: briefs have more."""

CUT_WORDS = 150
"""Words of a story above a paywall from which it may be whole. A guess."""

CUT_SHARE = 0.6
"""Share of its declared words below which a story above a paywall is cut. A guess."""

_PAYWALL = re.compile(
    r"(?:^|[.!?:]\s|\n)(?:please\s)?(?:"
    r"(?:subscribe|register|sign\s(?:up|in)|log\s?in|join)(?:\s\w+){0,4}?\sto\s"
    r"(?:(?:continue|keep)\sreading|unlock|read\s(?:on|this|the\s(?:rest|full|whole)))"
    r"|to\s(?:continue|keep)\sreading,|(?:continue|keep)\sreading\s(?:with|by|for)\b"
    r"|(?:this|the)\s(?:article|story|post|content|page)\sis\s(?:only\s|exclusively\s|reserved\s)*"
    r"(?:for|available\sto)\s(?:\w+\s){0,3}(?:subscribers|members)"
    r"|unlock\s(?:this|the\sfull)\s(?:article|story)"
    r"|you(?:\shave|[’']ve)\s(?:reached|read|used)\s(?:\w+\s){0,4}(?:limit|free\s(?:articles|stories))"
    r"|create\s(?:a|your)\s(?:free\s)?account\sto\s(?:(?:continue|keep)\sreading|read)"
    r"|(?:subscribers|members)\sonly\b)",
    re.I,
)
_CONSENT = re.compile(
    r"\bwe\s(?:use|value|and\sour)\b|\byour\s(?:consent|privacy|choices?|personal\sdata)\b"
    r"|\baccept\s(?:all|and)\b|\bcookies?\b|\bconsent\b|\bpersonalised\b|\bpersonalized\b|\btracking\b",
    re.I,
)
_ASKS_CONSENT = re.compile(
    r"\b(?:we|our)\b[^.]{0,80}\b(?:cookies|partners|personal\sdata)\b|\byour\sconsent\b", re.I
)
_SCRIPT = re.compile(
    r"\b(?:enable|turn\son|activate|allow|requires?|needs?)\s(?:\w+\s)?java\s?script"
    r"|java\s?script\s(?:is|must\sbe)\s(?:\w+\s)?(?:disabled|required|enabled|not\savailable|off)",
    re.I,
)
_ROBOT = re.compile(
    r"\bverify\s(?:that\s)?you\sare\s(?:a\s)?human|\bare\syou\sa\s(?:robot|human)|\bnot\sa\srobot\b"
    r"|\bchecking\s(?:your\sbrowser|if\sthe\ssite\sconnection)|\bunusual\s(?:traffic|activity)\sfrom"
    r"|\bpress\s(?:and|&)\shold\b|\bcaptcha\b|^access\sdenied\b|\baccess\sto\sthis\spage\shas\sbeen",
    re.I | re.M,
)
_LOST = re.compile(
    r"^(?:error\s)?40[34]\b|\bpage\sno\slonger\sexists"
    r"|\bpage\s(?:(?:was|could|does|can)?\s?(?:not|n?[’']t)\s)(?:be\s)?(?:found|exist)",
    re.I | re.M,
)
_TO_READER = re.compile(r"\b(?:you|your|please|this\s(?:site|page|app|website))\b", re.I)


@dataclass(frozen=True, slots=True)
class ShownPage:
    """What a page shows.

    Attributes:
        story: the paragraphs that were taken for its story.
        every: all of its paragraphs and labels.
        unscripted: what it shows browsers without scripts.
        words: how many its story has as the page declares, 0 where it declares none.
    """

    story: Sequence[str]
    every: Sequence[str]
    unscripted: str
    words: int


def stub(shown: ShownPage) -> str:
    """Return what a page is in the place of a story, and the remedy; "" where it is a story."""
    text = "\n".join(shown.every)
    if len(text) > LONGEST_STUB:
        return ""
    said = "\n".join(one for one in shown.every if not _is_prose(one) or _TO_READER.search(one))
    few = _words(one for one in shown.every if _is_prose(one) and not _is_notice(one)) < FEW_WORDS
    if few and _ASKS_CONSENT.search(text) and _is_mostly_consent(shown.every):
        return "is a cookie wall without a story; answer it in a browser, then save the page again"
    if few and _SCRIPT.search(f"{said}\n{shown.unscripted[:LONGEST_STUB]}"):
        return "asks for JavaScript and holds no story; open it in a browser and save it from there"
    if few and _ROBOT.search(said):
        return "is a check for robots and no story; pass it in a browser, then save the page again"
    if few and _LOST.search(said):
        return "is a page that says its story was not found; save the story from another place"
    if _PAYWALL.search(text) and _is_cut(shown):
        return (
            "is behind a paywall and holds only the beginning of its story; "
            "save it while signed in, or save the story's text as a .txt file"
        )
    return ""


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _is_prose(text: str) -> bool:
    return is_prose(Line(0, 0, " ".join(text.split())))


def _is_notice(text: str) -> bool:
    """Tell whether a paragraph speaks to whoever opens the page."""
    return any(found.search(text) for found in (_CONSENT, _SCRIPT, _ROBOT, _LOST, _PAYWALL))


def _is_mostly_consent(every: Sequence[str]) -> bool:
    """Tell whether half of the prose asks for consent."""
    prose = [one for one in every if _is_prose(one)]
    return 2 * _words(one for one in prose if _CONSENT.search(one)) >= _words(prose) > 0


def _is_cut(shown: ShownPage) -> bool:
    """Tell whether a story ends before its end."""
    story = [one for one in shown.story if not _PAYWALL.search(one)]
    words = _words(story)
    if shown.words:
        return words < CUT_SHARE * shown.words
    return words < CUT_WORDS or story[-1].rstrip().endswith(("…", "..."))
