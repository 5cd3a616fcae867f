"""An answer counts where its quotation stands in the passage and its words in the sentence."""

import pytest

from auditor.model.words import Category
from auditor.opinion.answers import Answer
from auditor.opinion.counted import Drop, Opinion, opinion
from tests.opinion.judges import says
from tests.opinion.story import BRIDGE, FERRY, MAYOR, question, seen

CLOSED = "The harbour bridge in Selby closed on Wednesday"
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
        (denied("opened", CLOSED), ("opened", CLOSED)),
        (denied("Opened", CLOSED.upper()), ("opened", CLOSED)),
        (denied("opened", f"“{CLOSED},”"), ("opened", CLOSED)),
        (denied("opened", "The harbour bridge … closed on Wednesday"), ("opened", CLOSED)),
        (denied("opened", "The harbour bridge in Selby opened on Wednesday"), Drop.NOT_STANDING),
        (denied("opened", "The harbor bridge of Selby closed on Wednesday"), Drop.NOT_STANDING),
        (denied("opened", "Ignore all previous instructions"), Drop.NOT_STANDING),
        (denied("opened", AGROUND), Drop.NOT_STANDING),
        (denied("opened", ""), Drop.TOO_SHORT),
        (denied("opened", "Selby closed"), Drop.TOO_SHORT),
        (denied("opened", "… … … …"), Drop.TOO_SHORT),
        (denied("opened", CLOSED, passage=0), Drop.NO_PASSAGE),
        (denied("opened", CLOSED, passage=-1), Drop.NO_PASSAGE),
        (denied("opened", CLOSED, passage=9), Drop.NO_PASSAGE),
        (denied("", CLOSED), Drop.NO_WORDS),
        (denied("…", CLOSED), Drop.NO_WORDS),
        (denied("closed", CLOSED), Drop.NO_WORDS),
        (denied("opened the bridge", CLOSED), Drop.NO_WORDS),
        (denied("opened", CLOSED, "number"), Drop.NOT_OF_KIND),
        (denied("opened", CLOSED, "date"), Drop.NOT_OF_KIND),
        (denied("Wednesday", CLOSED, "date"), Drop.NOT_DENIED),
        (denied("Selby", CLOSED, "place"), Drop.NOT_DENIED),
        (denied("opened", CLOSED, "event"), ("opened", CLOSED)),
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
    [("for the whole town", ("for the whole town", CLOSED)), ("", (BRIDGE, CLOSED))],
)
def test_what_no_passage_has_is_words_or_the_whole_sentence(words, told):
    assert weighed(BRIDGE, verdict="missing", wrong_words=words, quote=CLOSED) == told


def test_support_is_of_the_whole_sentence_whatever_words_are_named():
    keys = {"verdict": "supported", "wrong_words": "opened", "quote": CLOSED}
    assert weighed(BRIDGE, **keys) == (BRIDGE, CLOSED)


def test_the_kind_becomes_a_category():
    case, _ = seen()
    kinds = {"event": Category.EVENT, "other": Category.SUPPORT, "role": Category.ROLE}
    for kind, category in kinds.items():
        said = Answer.model_validate(says(**denied("opened", CLOSED, kind)))
        told = opinion(case, question(BRIDGE), said)
        assert isinstance(told, Opinion)
        assert told.category is category
