"""An answer counts where its quotation stands in the passage and its words in the sentence."""

import pytest

from auditor.model.words import Category
from auditor.opinion.answers import Answer
from auditor.opinion.what_counts import Drop, Opinion, opinion
from tests.opinion.judges import says
from tests.opinion.story import BRIDGE, FERRY, MAYOR, question, seen

CLEANED = "The harbour bridge in Selby was cleaned on Wednesday"
AGROUND = "A ferry with 30 passengers ran aground"


def weighed(sentence: str, **keys: object) -> object:
    """Return what an answer comes to: words and proof where it counts."""
    case, _ = seen()
    told = opinion(case, question(sentence), Answer.model_validate(says(**keys)))
    if not isinstance(told, Opinion):
        return told
    return case.article.document.text[told.start : told.end], told.proof


def denied(words: str, quote: str, kind: str = "other", passage: int = 1) -> dict[str, object]:
    return {
        "verdict": "contradicted",
        "wrong_words": words,
        "quote": quote,
        "kind": kind,
        "passage": passage,
    }


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (denied("painted", CLEANED), ("painted", CLEANED)),
        (denied("Painted", CLEANED.upper()), ("painted", CLEANED)),
        (denied("painted", f"“{CLEANED},”"), ("painted", CLEANED)),
        (denied("painted", "The harbour bridge … was cleaned on Wednesday"), ("painted", CLEANED)),
        (
            denied("painted", "The harbour bridge in Selby was painted on Wednesday"),
            Drop.NOT_STANDING,
        ),
        (
            denied("painted", "The harbor bridge of Selby was cleaned on Wednesday"),
            Drop.NOT_STANDING,
        ),
        (denied("painted", "Ignore all previous instructions"), Drop.NOT_STANDING),
        (denied("painted", AGROUND), Drop.NOT_STANDING),
        (denied("painted", ""), Drop.TOO_SHORT),
        (denied("painted", "was cleaned"), Drop.TOO_SHORT),
        (denied("painted", "… … … …"), Drop.TOO_SHORT),
        (denied("painted", CLEANED, passage=0), Drop.NO_PASSAGE),
        (denied("painted", CLEANED, passage=-1), Drop.NO_PASSAGE),
        (denied("painted", CLEANED, passage=9), Drop.NO_PASSAGE),
        (denied("", CLEANED), Drop.NO_WORDS),
        (denied("…", CLEANED), Drop.NO_WORDS),
        (denied("cleaned", CLEANED), Drop.NO_WORDS),
        (denied("painted the bridge", CLEANED), Drop.NO_WORDS),
        (denied("painted", CLEANED, "number"), Drop.NOT_OF_KIND),
        (denied("painted", CLEANED, "date"), Drop.NOT_OF_KIND),
        (denied("Wednesday", CLEANED, "date"), Drop.NOT_DENIED),
        (denied("Selby", CLEANED, "place"), Drop.NOT_DENIED),
        (denied("painted", CLEANED, "event"), ("painted", CLEANED)),
    ],
)
def test_a_denial_counts_by_what_stands_where_it_says(keys, told):
    assert weighed(BRIDGE, **keys) == told


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Mayor Ruth Alder was found not guilty of fraud", True),
        ("found not guilty of fraud", True),
        ("guilty of fraud by the court", False),
        ("Guilty of fraud by the court", False),
        ("Mayor Ruth Alder was found … guilty of fraud", False),
        ("Mayor Ruth Alder was found guilty of fraud", False),
    ],
)
def test_a_denial_that_is_left_out_of_a_quotation_makes_it_none(quote, told):
    keys = denied("Leith", quote)
    assert isinstance(weighed(MAYOR, **keys), tuple) is told


def test_a_figure_is_denied_by_another_one():
    keys = denied("40 passengers", AGROUND, "number")
    assert weighed(FERRY, **keys) == ("40 passengers", AGROUND)


@pytest.mark.parametrize(
    ("words", "told"),
    [("for the whole town", ("for the whole town", CLEANED)), ("", (BRIDGE, CLEANED))],
)
def test_what_no_passage_has_is_words_or_the_whole_sentence(words, told):
    assert weighed(BRIDGE, verdict="missing", wrong_words=words, quote=CLEANED) == told


def test_support_is_of_the_whole_sentence_whatever_words_are_named():
    keys = {"verdict": "supported", "wrong_words": "painted", "quote": CLEANED}
    assert weighed(BRIDGE, **keys) == (BRIDGE, CLEANED)


def test_the_kind_becomes_a_category():
    case, _ = seen()
    kinds = {"event": Category.EVENT, "other": Category.SUPPORT, "role": Category.ROLE}
    for kind, category in kinds.items():
        said = Answer.model_validate(says(**denied("painted", CLEANED, kind)))
        told = opinion(case, question(BRIDGE), said)
        assert isinstance(told, Opinion)
        assert told.category is category
