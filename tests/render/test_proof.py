"""What a card says, what it suggests, and which sentence an editor sees first."""

from dataclasses import replace

import pytest

from auditor.model.audit import Judged
from auditor.model.finding import Finding, QuoteDetail
from auditor.model.listed import Listed
from auditor.model.rule import Rule
from auditor.model.words import Category, SentenceKind, Severity, Verdict
from auditor.render.card import finding_view
from auditor.render.sentence_proof import gravity
from auditor.render.shown_passages import shelf

from .sample import ARTICLE_TEXT, AUDIT, MISQUOTED, WRONG_DAY, WRONG_NUMBER, judged

SHELF = shelf(AUDIT.references)
SENTENCE = ARTICLE_TEXT.sentences[1]


def card(finding: Finding):
    return finding_view(Listed("f1", "0" * 32, finding, SENTENCE), {}, SHELF)


@pytest.mark.parametrize(
    ("finding", "inserted"),
    [
        (WRONG_DAY, "Sunday"),
        (replace(WRONG_DAY, expected=None), ""),
        (replace(WRONG_DAY, expected="Monday"), ""),
        (replace(WRONG_DAY, category=Category.KNOWN_FACT), ""),
        (replace(WRONG_DAY, category=Category.EVENT), ""),
        (replace(WRONG_DAY, quote=QuoteDetail("edited", "", "Ida Holm", ())), ""),
    ],
)
def test_a_correction_is_offered_where_one_value_can_replace_the_words(finding, inserted):
    correction = card(finding).correction
    assert (correction.inserted if correction else "") == inserted


def test_a_correction_shows_whole_words_around_the_change():
    correction = card(replace(WRONG_NUMBER, expected="four people")).correction
    assert correction is not None
    assert correction.before == "…hit the Karsund bridge on Monday, injuring "
    assert correction.after == ", the coast guard said."


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("“Monday” – the references say Sunday.", "The references say Sunday."),
        ("the references say Sunday.", "The references say Sunday."),
        ("“Tuesday” – the references say Sunday.", "“Tuesday” – the references say Sunday."),
    ],
)
def test_a_card_does_not_say_the_marked_words_twice(message, told):
    assert card(replace(WRONG_DAY, message=message)).message == told


@pytest.mark.parametrize(
    ("category", "message", "shown", "link"),
    [
        (
            Category.KNOWN_FACT,
            "It sank. See https://a.example/x",
            "It sank.",
            "https://a.example/x",
        ),
        (Category.KNOWN_FACT, "It sank.", "It sank.", ""),
        (Category.KNOWN_FACT, "It sank. javascript:alert(1)", "It sank. javascript:alert(1)", ""),
        (Category.DATE, "Not https://a.example/x", "Not https://a.example/x", ""),
    ],
)
def test_only_a_known_fact_links_to_its_record(category, message, shown, link):
    view = card(replace(WRONG_DAY, category=category, message=message))
    assert (view.message, view.record_url) == (shown, link)


def row(one: Judged) -> Judged:
    return replace(one, sentence=replace(one.sentence, kind=SentenceKind.TABLE_ROW))


def test_known_facts_come_first_and_tables_after_the_story():
    fact = replace(WRONG_DAY, category=Category.KNOWN_FACT)
    contradicted = Verdict.CONTRADICTED
    ranked = [
        judged(1, contradicted, 0.1, (), (fact,)),
        row(judged(2, contradicted, 0.1, (), (fact, WRONG_DAY))),
        judged(3, contradicted, 0.1, (), (WRONG_DAY, MISQUOTED)),
        judged(4, contradicted, 0.1, (), (WRONG_DAY, WRONG_NUMBER)),
        judged(5, contradicted, 0.05, (), (WRONG_DAY,)),
        judged(6, contradicted, 0.1, (), (WRONG_DAY,)),
        judged(6, Verdict.UNSUPPORTED, 0.0, (), (WRONG_DAY,)),
        row(judged(7, contradicted, 0.0, (), (WRONG_DAY, MISQUOTED))),
        judged(7, Verdict.PARTIAL, 0.0, (), (replace(WRONG_DAY, severity=Severity.WARNING),)),
    ]
    assert sorted([*ranked[4:], *ranked[:4]], key=gravity) == ranked


@pytest.mark.parametrize(
    ("source", "shown", "link"),
    [
        ("AP Stylebook, dates", "AP Stylebook, dates", ""),
        ("https://a.example/x", "source", "https://a.example/x"),
        ("https://a.example/x (Doe 2020: dates)", "Doe 2020: dates", "https://a.example/x"),
        ("Doe 2020, https://a.example/x", "Doe 2020, https://a.example/x", ""),
    ],
)
def test_a_rule_is_cited_with_its_link_where_it_has_one(source, shown, link):
    rule = Rule(
        "date-conflict", "dates", "conflict", Category.DATE, Severity.ERROR, None, "", "", source,
        None, {}, (),
    )  # fmt: skip
    view = finding_view(Listed("f1", "0" * 32, WRONG_DAY, SENTENCE), {"date-conflict": rule}, SHELF)
    assert (view.source, view.source_url) == (shown, link)
