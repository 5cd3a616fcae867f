import pytest

from auditor.checks.quotes.check import check as check_quotes
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.finding import Finding
from tests.case import case

REFERENCE = (
    "“The harbour no longer pays for itself,” the mayor, Ruth Alder, said on Monday."
    " Peter Marsh of the Traders Union said: “We will be ruined within one year.”"
)


def check(article: str, *references: str) -> tuple[Finding, ...]:
    return tuple(check_quotes(case(article, *references), rules_of(load_rules(), "quotes")))


@pytest.mark.parametrize(
    ("article", "marked"),
    [
        ("“The harbour no longer pays for itself,” Alder said.", []),
        ("“The harbour no longer pays for itself,” the mayor said.", []),
        ("“The harbour no longer pays for itself,” he said.", []),
        ("“We will be ruined within one year,” the Traders Union said.", []),
        ("The so-called “death tax” was dropped.", []),
        (
            "“The harbour no longer pays for itself,” Peter Marsh said.",
            [("attribution-wrong-speaker", "Peter Marsh")],
        ),
        (
            "“We will be rich within one year,” Peter Marsh said.",
            [("quote-reworded", "We will be rich within one year")],
        ),
        (
            "“The town has lost its heart and its soul,” Ruth Alder said.",
            [("quote-fabricated", "The town has lost its heart and its soul")],
        ),
    ],
)
def test_only_what_the_references_lack_is_marked(article, marked):
    assert [(f.rule, f.text) for f in check(article, REFERENCE)] == marked


def test_a_finding_carries_rung_speakers_and_source():
    (found,) = check("“The harbour no longer pays for itself,” Peter Marsh said.", REFERENCE)
    assert found.quote is not None
    assert (found.quote.rung, found.quote.speaker_article, found.quote.speaker_reference) == (
        "verbatim",
        "Peter Marsh",
        "Ruth Alder",
    )
    assert found.expected == "Ruth Alder"


@pytest.mark.parametrize(
    ("quote", "near", "lead"),
    [
        (
            "Within one year the harbour leaves us ruined",
            ["Peter Marsh of the Traders Union said: “We will be ruined within one year.”"],
            "the nearest passage reads: Peter Marsh of the Traders Union said",
        ),
        ("The harbour is what once made us proud", [], "no passage comes near them"),
        ("a ruined harbour", [], "no passage comes near them"),
    ],
)
def test_an_invented_quote_shows_a_passage_only_where_one_is_near(quote, near, lead):
    """Two words prove nothing: one that stands anywhere would be half of them."""
    (found,) = check(f"“{quote},” Ruth Alder said.", REFERENCE)
    assert [passage.text for passage in found.evidence] == near
    assert lead in found.message


def test_references_without_quotes_leave_nothing_verbatim():
    (found,) = check("“It is over for all of us here,” Alder said.", "The harbour closed.")
    assert found.rule == "quote-fabricated"
