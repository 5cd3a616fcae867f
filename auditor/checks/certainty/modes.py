"""Whether a deed is told as done, as open, as to come, or as not done."""

from collections.abc import Sequence
from enum import StrEnum

from auditor.checks.events.find.happened import MODALS
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import VERBS, children, has_child, tie
from auditor.model.text import Token

CONDITIONS = frozenset({"if", "unless", "provided", "providing"})
"""What makes a deed open that such a clause hangs on: ``deported if they stay``."""

UNSETTLED = CONDITIONS | {"whether", "until", "once"}
"""What makes a deed open that stands in such a clause: ``keeps it until they pay``."""

NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
"""Sides of a deed that was not done."""

NOT_ONLY = frozenset({"only", "just", "merely", "simply", "but"})
"""Behind ``not`` and ``nothing`` they deny nothing."""

ABOUT = frozenset({"of", "for", "to"})
"""Prepositions between a noun that opens a deed and the deed: ``a proposal for``."""

MEANS = frozenset({"by", "through"})
"""Prepositions behind which a deed is as sure as what it is the means of."""

FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of verbs in a present or past form."""

MAYBE = frozenset({"may", "might", "could"})
"""Those of the modal verbs that ``will`` says more than."""

AGAIN = frozenset({"before", "long", "longer", "more"})
"""Behind `NO_MORE` they deny what they hang on: ``no longer buys``, ``had never before tried``."""

NO_MORE = frozenset({"no", "never", "not"})


class Mode(StrEnum):
    """How a deed is told.

    What is foreseen, planned or bound to a condition, ``will`` may tell as well; what is only aimed
    at, ``to win``, may have come about or not.
    """

    DONE = "done"
    OPEN = "open"
    FORESEEN = "foreseen"
    TO_COME = "to come"
    AIMED = "aimed"
    DENIED = "denied"


def mode(tokens: Sequence[Token], n: int) -> Mode:
    """Return how the deed of a verb, noun or adjective is told by its own words and those above."""
    if tokens[n].pos == "ADJ" and tokens[n].head != n:
        return mode(tokens, tokens[n].head)
    own, head = _own(tokens, n), tokens[n].head
    if own not in {Mode.DONE, Mode.DENIED} and _is_aim(tokens, n):
        return Mode.AIMED
    if own in {Mode.DONE, Mode.TO_COME} and _is_said_to_be_open(tokens, n):
        return Mode.OPEN
    if own is not Mode.DONE or head == n:
        return own
    if tokens[n].dep == "conj" and _shares_helpers(tokens, n, head):
        return mode(tokens, head)
    return _of_noun(tokens, n) if tokens[n].pos == "NOUN" else _below(tokens, n, head)


def _is_aim(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether a deed is what something is done for, or a tale goes on to tell it.

    ``so that they will be heard``; ``He would spend 100 days on it``
    """
    if tokens[n].dep == "advcl":
        return any(tokens[one].lemma == "so" for one in children(tokens, n, "mark", "advmod"))
    would = any(tokens[one].lemma == "would" for one in children(tokens, n, "aux"))
    told_of = any(tokens[one].pos == "PRON" for one in children(tokens, n, "nsubj", "nsubjpass"))
    return tokens[n].dep == "ROOT" and would and told_of


def _shares_helpers(tokens: Sequence[Token], n: int, head: int) -> bool:
    """Tell whether what helps a deed helps the next as well: ``did not sign or read``.

    Not so ``could not play and disliked it``.
    """
    own = has_child(tokens, n, "nsubj", "nsubjpass")
    return not own and (tokens[n].tag not in FINITE or tokens[n].tag == tokens[head].tag)


def _of_noun(tokens: Sequence[Token], n: int) -> Mode:
    """Return the mode of a deed that a noun names, by what is done about it.

    ``asked for his resignation``, ``a plan for the closure``, ``could lead to arrests``
    """
    label, preposition, head = tie(tokens, n)
    if label not in {"dobj", "nsubjpass", "pobj"}:
        return Mode.DONE
    if tokens[head].pos not in VERBS:
        is_open = preposition in ABOUT and tokens[head].lemma in _words("opening-nouns")
        return Mode.OPEN if is_open else Mode.DONE
    about = f"{tokens[head].lemma} {preposition}".strip()
    if about in _words("awaiting"):
        return Mode.OPEN
    if about in _words("averting"):
        return Mode.DENIED if mode(tokens, head) is Mode.DONE else Mode.OPEN
    return mode(tokens, head) if about in _words("bringing") else Mode.DONE


def _own(tokens: Sequence[Token], n: int) -> Mode:
    """Return the mode by the words that hang on the verb itself."""
    if _is_negated(tokens, n):
        return Mode.DENIED
    if _is_conditional(tokens, n):
        return Mode.FORESEEN
    helpers = [tokens[aux].lemma for aux in children(tokens, n, "aux")]
    if any(lemma in MODALS for lemma in helpers):
        return Mode.OPEN if any(lemma in MAYBE for lemma in helpers) else Mode.FORESEEN
    if "will" in helpers or "shall" in helpers:
        return Mode.TO_COME
    if any(tokens[one].lemma in _words("leaving-open") for one in children(tokens, n, "advmod")):
        return Mode.OPEN
    return Mode.DONE


def _is_conditional(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether a verb opens a condition or stands under one: ``deported if they stay``."""
    own = (tokens[mark].lemma in UNSETTLED for mark in children(tokens, n, "mark"))
    return any(own) or any(
        tokens[mark].lemma in CONDITIONS
        for clause in children(tokens, n, "advcl")
        for mark in children(tokens, clause, "mark")
    )


def _below(tokens: Sequence[Token], n: int, head: int) -> Mode:
    """Return the mode of a verb whose own words say that it was done, below another word.

    What others say, believe or deny is theirs, and tells nothing of the deed.
    """
    lemma, label = tokens[head].lemma, tokens[n].dep
    infinitive = any(tokens[aux].lemma == "to" for aux in children(tokens, n, "aux"))
    if label == "xcomp" and (infinitive or tokens[n].tag == "VBG"):
        if lemma in _words("denying") and infinitive:
            return Mode.DENIED if _own(tokens, head) is Mode.DONE else Mode.AIMED
        if lemma in _words("planning"):
            return Mode.DONE if _is_had_to(tokens, head) else Mode.FORESEEN
        if lemma in _words("opening") or (tokens[n].tag == "VBN" and lemma in _words("supposing")):
            return Mode.OPEN
        return mode(tokens, head) if infinitive else Mode.DONE
    stated = any(tokens[mark].lemma == "that" for mark in children(tokens, n, "mark"))
    if label in {"csubj", "csubjpass"} and stated:
        return Mode.DONE if mode(tokens, head) is Mode.DONE else Mode.OPEN
    if label in {"acl", "relcl"} and lemma in _words("opening-nouns"):
        return Mode.FORESEEN if infinitive or stated else Mode.DONE
    if label == "pcomp":
        return _behind(tokens, head)
    return Mode.AIMED if infinitive else Mode.DONE


def _is_had_to(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether somebody had to do it, and so did: ``had to resign``, not ``had yet to``."""
    own = tokens[verb]
    return (own.lemma, own.tag) == ("have", "VBD") and not has_child(tokens, verb, "advmod")


def _is_said_to_be_open(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether the verb before a deed says that it is only supposed, or asked for.

    ``fears that``, ``it is thought that``, ``it is possible that``
    """
    verb = tokens[n].head
    if tokens[n].dep != "ccomp" or verb > n:
        return False
    if tokens[verb].lemma in _words("alleging"):
        return True
    if any(tokens[one].lemma in _words("doubting") for one in children(tokens, verb, "acomp")):
        return True
    impersonal = any(tokens[one].lemma == "it" for one in children(tokens, verb, "nsubjpass"))
    return impersonal and tokens[verb].lemma in _words("supposing")


def _behind(tokens: Sequence[Token], preposition: int) -> Mode:
    """Return the mode of a verb behind a preposition: ``accused of stealing``, ``by selling``."""
    lemma, head = tokens[preposition].lemma, tokens[preposition].head
    if lemma == "without":
        return Mode.DENIED
    if lemma in MEANS and head != preposition:
        return mode(tokens, head)
    is_noun = lemma in ABOUT and tokens[head].lemma in _words("opening-nouns")
    is_open = is_noun or f"{tokens[head].lemma} {lemma}" in _words("awaiting")
    return Mode.OPEN if is_open else Mode.DONE


def _is_negated(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether a verb or what takes part in it is denied: ``no charges were brought``."""
    negative = _words("negative")
    for one in children(tokens, n, "neg", "advmod", "preconj", "det"):
        if tokens[one].text.lower() in negative and not _is_not_only(tokens, one):
            return True
        inner = children(tokens, one, "neg", "det")
        if tokens[one].lemma in AGAIN and any(tokens[n].text.lower() in NO_MORE for n in inner):
            return True
    sides = tuple(children(tokens, n, "nsubj", "nsubjpass", "dobj"))
    return any(
        tokens[part].lemma.lower() in NOBODY and not _is_not_only(tokens, part) for part in sides
    ) or any(
        tokens[det].text.lower() in {"no", "neither"}
        for part in sides
        for whose in (part, *children(tokens, part, "poss"))
        for det in children(tokens, whose, "det", "neg")
    )


def _is_not_only(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether ``not`` belongs to ``not only``, or ``nothing`` to ``nothing but``."""
    return n + 1 < len(tokens) and tokens[n + 1].text.lower() in NOT_ONLY


def _words(key: str) -> tuple[str, ...]:
    return lexicon("certainty")[key]
