"""Edits that turn a sentence round with a word: negation, antonyms, hedges dropped."""

import re
from collections.abc import Iterator, Mapping

from training.rows.edits import Context, Edit, edit, match_case
from training.rows.rows import Label
from training.rows.tags import Tagged, Word
from training.rows.words import words

_AUXILIARIES = frozenset(
    words("is are was were has have had will would can could should may might must do does did")
)
_TAGS = {"VBD": "did", "VBZ": "does", "VBP": "do"}
_NEWS_OPPOSITES = {
    "rise": "fall", "increase": "decrease", "gain": "lose", "win": "lose", "accept": "reject",
    "approve": "reject", "support": "oppose", "back": "oppose", "confirm": "deny", "open": "close",
    "start": "end", "begin": "end", "allow": "ban", "arrive": "leave", "buy": "sell",
    "raise": "cut",
    "join": "leave", "praise": "criticise", "welcome": "condemn", "agree": "refuse",
    "convict": "acquit", "arrest": "release", "beat": "lose to", "save": "waste", "succeed": "fail",
    "hire": "dismiss", "appoint": "dismiss", "improve": "worsen", "grow": "shrink", "add": "remove",
    "survive": "die in", "finish": "start",
    "lose": "win", "fall": "rise", "drop": "rise", "decline": "rise",
    "reject": "accept", "oppose": "support", "deny": "confirm", "close": "open", "end": "start",
    "ban": "allow", "leave": "join", "sell": "buy", "cut": "raise", "criticise": "praise",
    "criticize": "praise", "refuse": "agree", "release": "detain", "fail": "manage",
    "kill": "injure",
    "injure": "kill", "jail": "free", "launch": "cancel", "cancel": "launch",
    "delay": "bring forward",
}  # fmt: skip
_PAST = {
    "fall": "fell", "lose": "lost", "win": "won", "begin": "began", "buy": "bought", "sell": "sold",
    "cut": "cut", "leave": "left", "shrink": "shrank", "grow": "grew", "rise": "rose",
    "ban": "banned",
    "free": "freed", "die in": "died in", "lose to": "lost to", "bring forward": "brought forward",
    "oppose": "opposed", "deny": "denied", "acquit": "acquitted",
}  # fmt: skip
_PARTICIPLES = {
    "fall": "fallen",
    "begin": "begun",
    "shrink": "shrunk",
    "grow": "grown",
    "rise": "risen",
}
_OPPOSITES: Mapping[str, tuple[str, ...]] = {
    "before": ("after",), "after": ("before",), "inside": ("outside",), "outside": ("inside",),
    "above": ("below",), "below": ("above",), "with": ("without",), "without": ("with",),
    "against": ("for",), "towards": ("away from",), "into": ("out of",), "despite": ("because of",),
    "because": ("although",), "although": ("because",), "until": ("since",), "since": ("until",),
    "during": ("before", "after"), "within": ("after",),
    "all": ("some", "none", "most"), "some": ("all", "no"), "every": ("no",), "each": ("neither",),
    "both": ("neither",), "many": ("few",), "few": ("many",), "most": ("few", "all"),
    "several": ("no", "all"), "no": ("some", "every"), "more": ("less", "fewer"),
    "less": ("more",), "fewer": ("more",), "only": ("not only",), "nobody": ("everybody",),
    "everyone": ("nobody",), "nothing": ("everything",), "something": ("nothing",),
    "always": ("never",), "never": ("always", "often"), "often": ("rarely",), "rarely": ("often",),
    "already": ("not yet",), "still": ("no longer",), "again": ("for the first time",),
    "former": ("current", "future"), "current": ("former",), "previous": ("next",),
    "next": ("last", "previous"), "last": ("next", "first"), "first": ("second", "last"),
    "second": ("first", "third"), "third": ("second", "fourth"), "final": ("opening",),
    "latest": ("first",), "past": ("coming",), "coming": ("past",), "upcoming": ("recent",),
    "highest": ("lowest",), "lowest": ("highest",), "largest": ("smallest",),
    "smallest": ("largest",), "biggest": ("smallest",), "best": ("worst",), "worst": ("best",),
    "older": ("younger",), "younger": ("older",), "earlier": ("later",), "later": ("earlier",),
    "son": ("daughter", "nephew"), "daughter": ("son", "niece"), "father": ("brother", "uncle"),
    "mother": ("sister", "aunt"), "brother": ("father", "cousin"), "sister": ("mother", "cousin"),
    "wife": ("sister", "ex-wife"), "husband": ("brother", "ex-husband"), "men": ("women",),
    "women": ("men",), "man": ("woman",), "woman": ("man",), "boy": ("girl",), "girl": ("boy",),
    "days": ("weeks", "months"), "weeks": ("days", "months"), "months": ("weeks", "years"),
    "years": ("months", "decades"), "hours": ("minutes", "days"), "minutes": ("hours", "seconds"),
    "million": ("billion",), "billion": ("million",), "thousands": ("millions", "dozens"),
    "hundreds": ("dozens", "thousands"), "dozens": ("hundreds",), "morning": ("evening",),
    "evening": ("morning",), "afternoon": ("morning",), "north": ("south",), "south": ("north",),
    "east": ("west",), "west": ("east",), "northern": ("southern",), "southern": ("northern",),
    "eastern": ("western",), "western": ("eastern",), "gold": ("silver", "bronze"),
    "silver": ("gold",), "bronze": ("gold", "silver"), "home": ("away",), "own": ("rival",),
    "legal": ("illegal",), "illegal": ("legal",), "legally": ("illegally",),
    "illegally": ("legally",), "finally": ("initially",),
}  # fmt: skip
"""Words of a closed sort whose opposites, or neighbours, no list of antonyms has."""
_HEDGES: tuple[tuple[str, str], ...] = (
    (r"\b(?:may|might|could) (?=(?:have|be|not)?\b)", "will "),
    (r"\b(?:alleged|suspected|reported|apparent) (?=\w)", ""),
    (r"\b(?:allegedly|reportedly|apparently|possibly|probably|perhaps|likely) (?=\w)", ""),
    (r"\b(?:has|have) been accused of\b", "was convicted of"),
    (r"\b(?:is|are|was|were) accused of\b", "was convicted of"),
    (r"\b(?:suspected|accused) of\b", "guilty of"),
    (r"\b(?:is|are) (?:expected|likely|set|due|thought|planning|hoping) to\b", "will certainly"),
    (r"\b(?:plans|plan|hopes|hope|wants|want|aims|aim|intends) to (?=\w)", "has decided to "),
    (r"\b(?:considering|weighing up|weighing|proposing)\b", "carrying out"),
    (r"\b(?:most|many|some|several)(?= (?:of|people|\w+s)\b)", "all"),
    (
        r"\b(?:claims|claimed|alleges|suggests)(?: that | (?=(?:the|he|she|it|they|his|her)\b))",
        "proved that ",
    ),
    (r"\bcharged with\b", "convicted of"),
    (r"\bproposed\b", "approved"),
    (r"\btried to\b", "managed to"),
    (r"\balmost|nearly\b", "more than"),
    (r"\b(?:up to|as many as|at most|less than|fewer than|under)(?= [\d£$€])", "more than"),
    (r"\b(?:more than|over|at least)(?= [\d£$€])", "fewer than"),
)  # fmt: skip
_HEDGE_PATTERNS = tuple((re.compile(pattern), new) for pattern, new in _HEDGES)


def negations(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with its main verb denied, or with a denial taken out."""
    for n, word in enumerate(tagged.words):
        if word.dep == "neg" and word.text.lower() in ("not", "n't", "n’t", "never"):
            yield _affirm(tagged, n)
        elif word.dep == "ROOT" and not _has_negation(tagged, n):
            change = _denial(tagged, n, context)
            if change:
                yield edit("negation", tagged, [change], Label.CONTRADICT)


def antonyms(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with one word replaced by its opposite, for each word that has one."""
    for word in tagged.words:
        new = _opposite(word, context)
        if new:
            change = (word.start, word.end, match_case(new, word.text))
            yield edit("antonym", tagged, [change], Label.CONTRADICT)


def opposites(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with a quantifier, a preposition, an order or a kinship turned round."""
    for word in tagged.words:
        for new in _OPPOSITES.get(word.text.lower(), ()):
            change = (word.start, word.end, match_case(new, word.text))
            yield edit("opposite", tagged, [change], Label.NOT_SUPPORT)


def dropped_hedges(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with a hedge or a bound made certain, for each pattern that is met."""
    for pattern, new in _HEDGE_PATTERNS:
        if hit := pattern.search(tagged.text):
            put = match_case(new, hit.group()) if new else new
            yield edit("hedge", tagged, [(hit.start(), hit.end(), put)], Label.NOT_SUPPORT)


def read_antonyms(lines: list[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Read ``pos, word, antonym`` lines into antonyms by part of speech and word."""
    antonyms: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in lines[1:]:
        pos, word, antonym = line.rstrip("\n").split("\t")
        if " " not in word + antonym:
            antonyms[pos, word] = (*antonyms.get((pos, word), ()), antonym)
    return antonyms


def _has_negation(tagged: Tagged, head: int) -> bool:
    return any(word.head == head and word.dep == "neg" for word in tagged.words)


def _affirm(tagged: Tagged, n: int) -> Edit:
    word = tagged.words[n]
    start = word.start - (tagged.text[word.start - 1 : word.start] == " ")
    change = (start, word.end, "")
    before = tagged.words[n - 1] if n else word
    stems = {"ca": "can", "wo": "will", "sha": "shall"}
    if before.text.lower() in stems and before.end == word.start:
        change = (before.start, word.end, stems[before.text.lower()])
    return edit("negation", tagged, [change], Label.CONTRADICT)


def _denial(tagged: Tagged, root: int, context: Context) -> tuple[int, int, str] | None:
    helpers = [
        word
        for word in tagged.words
        if word.head == root
        and word.dep in ("aux", "auxpass")
        and word.text.lower() in _AUXILIARIES
    ]
    verb = tagged.words[root]
    if helpers:
        return helpers[0].end, helpers[0].end, context.chance.choice((" not", " not", " never"))
    if verb.text.lower() in ("is", "are", "was", "were"):
        return verb.end, verb.end, " not"
    if verb.tag in _TAGS and verb.lemma.isalpha() and verb.lemma not in ("say", "be"):
        return verb.start, verb.end, f"{_TAGS[verb.tag]} not {verb.lemma}"
    return None


def _opposite(word: Word, context: Context) -> str | None:
    lemma = word.lemma.lower()
    if word.pos == "VERB" and lemma in _NEWS_OPPOSITES:
        return _inflect(_NEWS_OPPOSITES[lemma], word.tag)
    part = {"ADJ": "a", "ADV": "r", "NOUN": "n", "VERB": "v"}.get(word.pos)
    if part is None or len(lemma) < 3 or word.dep in ("aux", "auxpass"):
        return None
    listed = _listed(part, lemma, context.antonyms)
    if not listed:
        return None
    new = context.chance.choice(listed)
    if part == "v":
        return _inflect(new, word.tag)
    if word.tag == "NNS":
        return new if new.endswith("s") else new + "s"
    return new if word.tag in ("JJ", "RB", "NN") else None


def _listed(
    part: str, lemma: str, antonyms: Mapping[tuple[str, str], tuple[str, ...]]
) -> tuple[str, ...]:
    return antonyms.get((part, lemma), ()) or (
        antonyms.get(("s", lemma), ()) if part == "a" else ()
    )


def _inflect(verb: str, tag: str) -> str | None:
    first, _, rest = verb.partition(" ")
    rest = f" {rest}" if rest else ""
    if tag in ("VB", "VBP"):
        return verb
    if tag == "VBZ":
        if first.endswith(("s", "sh", "ch", "x")):
            return first + "es" + rest
        return (first[:-1] + "ies" if re.search(r"[^aeiou]y$", first) else first + "s") + rest
    if tag == "VBG":
        return (first[:-1] if re.search(r"[^e]e$", first) else first) + "ing" + rest
    if tag == "VBN" and first in _PARTICIPLES:
        return _PARTICIPLES[first] + rest
    if verb in _PAST:
        return _PAST[verb]
    if re.search(r"[^aeiou]y$", first):
        return first[:-1] + "ied" + rest
    return first + ("d" if first.endswith("e") else "ed") + rest
