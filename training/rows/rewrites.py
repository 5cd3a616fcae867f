"""Faithful rewrites: a sentence said otherwise, or with a part left out, that stays supported."""

import re
from collections.abc import Iterator

from training.rows.edits import Context, Edit, edit, match_case
from training.rows.numerals import NUMBER_WORD, respell
from training.rows.rows import Label
from training.rows.tags import Tagged
from training.rows.words import words

Change = tuple[int, int, str]

_SAME: tuple[tuple[str, ...], ...] = (
    ("United States", "US", "U.S."), ("United Kingdom", "UK", "U.K."), ("European Union", "EU"),
    ("United Nations", "UN", "U.N."), ("per cent", "percent"), ("roughly", "about"),
    ("nearly", "almost"), ("more than", "over"), ("purchase", "buy"), ("purchased", "bought"),
    ("children", "kids"), ("started", "began"), ("begin", "start"), ("assist", "help"),
    ("attempted to", "tried to"), ("obtain", "get"), ("obtained", "got"), ("require", "need"),
    ("requires", "needs"), ("large", "big"), ("quickly", "rapidly"), ("several", "a number of"),
    ("because", "since"), ("although", "though"), ("but", "yet"), ("however", "but"),
    ("following", "after"), ("prior to", "before"), ("due to", "because of"),
    ("died", "passed away"),
    ("hurt", "injured"), ("shooter", "gunman"), ("firm", "company"), ("firms", "companies"),
    ("movie", "film"), ("movies", "films"), ("police officers", "police"), ("attorney", "lawyer"),
    ("attorneys", "lawyers"), ("physician", "doctor"), ("physicians", "doctors"),
    ("vehicle", "car"), ("blaze", "fire"), ("crash", "collision"), ("stated", "said"),
    ("announced", "said"), ("told reporters", "said"), ("added", "said"), ("noted", "said"),
    ("also", "as well"), ("take part in", "participate in"), ("took part in", "participated in"),
    ("end", "finish"), ("ended", "finished"), ("show", "demonstrate"), ("shows", "demonstrates"),
    ("showed", "demonstrated"), ("situated", "located"), ("employees", "workers"),
    ("staff", "workers"),
    ("receive", "get"), ("received", "got"), ("pupils", "students"), ("well-known", "famous"),
    ("approximately", "about"), ("numerous", "many"), ("previously", "earlier"), ("former", "ex-"),
    ("chief executive", "CEO"), ("chief executive officer", "CEO"), ("discovered", "found"),
    ("rescued", "saved"), ("elected", "voted in"), ("is not", "isn't"), ("are not", "aren't"),
    ("was not", "wasn't"), ("were not", "weren't"), ("did not", "didn't"), ("does not", "doesn't"),
    ("do not", "don't"), ("cannot", "can't"), ("will not", "won't"), ("have not", "haven't"),
    ("has not", "hasn't"), ("would not", "wouldn't"), ("could not", "couldn't"),
)  # fmt: skip
_ONE_WAY = frozenset({
    "announced", "added", "noted", "told reporters", "following", "died", "however", "former",
    "since", "staff", "police officers", "vehicle", "because", "but", "also", "end", "elected",
    "roughly", "approximately", "numerous", "receive", "received", "obtain", "obtained", "over",
    "said", "a number of", "large", "earlier", "after", "discovered", "as well", "finish",
    "finished", "lawyer", "ex-",
})  # fmt: skip
_SYNONYMS: dict[str, tuple[str, ...]] = {
    name: tuple(word for word in group if word != name and word not in _ONE_WAY)
    for group in _SAME
    for name in group
    if name not in ("since", "but", "also", "end", "yet", "got", "needs", "need", "show", "as well")
}
_SAME_PATTERN = re.compile(
    r"\b(?:"
    + "|".join(sorted((re.escape(n) for n in _SYNONYMS), key=len, reverse=True))
    + r")(?![\w$-])"
)
_DOWNWARD = frozenset(
    words(
        "not n't n’t no never none nobody nothing if unless only few without except hardly "
        "rarely every all most first last least neither nor whether deny denied denies"
    )
)
_DROPPED = frozenset({"relcl", "appos", "advcl", "acl"})
_KEPT_MARKS = frozenset({"if", "unless", "whether", "than", "as", "so"})
_ATTRIBUTION = re.compile(
    r"^(?P<said>[A-Z][^\"“”]{20,}), (?P<who>(?:the |an? )?[\w .'’-]{3,40}) (?:said|says)\.$"
)  # fmt: skip


def rewrite(tagged: Tagged, context: Context) -> Edit | None:
    """Return the sentence rewritten in one to three ways at once; None where no way is known."""
    if (turned := _turned(tagged)) and context.chance.random() < 0.5:
        return turned
    drops = list(_drops(tagged))
    options = drops + list(_respellings(tagged)) + list(_surnames(tagged, context))
    context.chance.shuffle(options)
    options.sort(key=lambda change: change not in drops)
    chosen: list[Change] = []
    for change in options[: context.chance.choice((1, 2, 3))] + _synonyms(tagged, context)[:2]:
        if all(change[1] <= start or end <= change[0] for start, end, _ in chosen):
            chosen.append(change)
    if not chosen:
        return None
    made = edit("rewrite", tagged, chosen, Label.SUPPORT)
    return Edit(made.kind, _tidy(made.text), made.label, ()) if len(made.text) > 24 else None


def _turned(tagged: Tagged) -> Edit | None:
    hit = _ATTRIBUTION.match(tagged.text)
    if not hit:
        return None
    who, said = hit["who"], hit["said"]
    named = any(item.start == 0 for item in tagged.mentions)
    said = said if named or said.startswith("I ") else said[0].lower() + said[1:]
    text = f"{who[0].upper()}{who[1:]} said that {said}."
    return Edit("rewrite", text, Label.SUPPORT, ())


def _drops(tagged: Tagged) -> Iterator[Change]:
    if _DOWNWARD & {word.text.lower() for word in tagged.words}:
        return
    for word in tagged.words:
        size = word.right - word.left
        loose = word.dep in _DROPPED and 8 <= size <= 0.7 * len(tagged.text)
        if not loose and not _is_loose_time(tagged, word.dep, word.left, word.right):
            continue
        text = tagged.text[word.left : word.right]
        if text.split()[0].lower() in _KEPT_MARKS or word.left == 0:
            continue
        after = tagged.text[word.right : word.right + 1]
        start = len(tagged.text[: word.left].rstrip(" ,–—-("))
        end = word.right + (after in (",", ")")) if start < word.left - 1 else word.right
        if word.dep in ("appos", "relcl") and start == word.left - 1 and word.dep == "relcl":
            continue
        yield start, end, ""


def _is_loose_time(tagged: Tagged, dep: str, left: int, right: int) -> bool:
    inside = [item for item in tagged.mentions if left <= item.start < right]
    return (
        dep in ("prep", "npadvmod", "nmod")
        and left > 0
        and len(inside) == 1
        and inside[0].kind in ("DATE", "TIME")
        and right - left <= len(inside[0].text) + 12
    )


def _respellings(tagged: Tagged) -> Iterator[Change]:
    for mention in tagged.mentions:
        if mention.kind not in ("CARDINAL", "DATE", "QUANTITY", "TIME"):
            continue
        for hit in re.finditer(
            r"(?<![\d.,-])\d{1,2}(?![\d.,%-])|" + NUMBER_WORD.pattern, mention.text
        ):
            new = None if hit.group().lower() in ("1", "one") else respell(hit.group())
            month = re.search(r"[A-Z][a-z]{2,}", mention.text)
            if new and not (month and mention.kind == "DATE"):
                start = mention.start + hit.start()
                yield start, start + len(hit.group()), match_case(new, hit.group())


def _surnames(tagged: Tagged, context: Context) -> Iterator[Change]:
    for mention in tagged.mentions:
        words = mention.text.split()
        if mention.kind == "PERSON" and len(words) == 2 and mention.text in context.passage:
            yield mention.start, mention.end, words[1]


def _synonyms(tagged: Tagged, context: Context) -> list[Change]:
    changes = []
    for hit in _SAME_PATTERN.finditer(tagged.text):
        synonyms = _SYNONYMS[hit.group()]
        if synonyms:
            changes.append((hit.start(), hit.end(), context.chance.choice(synonyms)))
    context.chance.shuffle(changes)
    return changes


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,.;:!?])", r"\1", re.sub(r"\s{2,}", " ", text)).strip(" ,;")
    text = re.sub(r",\s*,", ",", re.sub(r",\s*([.!?])", r"\1", text)).replace("ex- ", "ex-")
    return text[:1].upper() + text[1:]
