"""Corrections that fit the sentence around them, and silence where no fit is certain."""

import pytest

from auditor.model.evidence import Evidence
from auditor.model.finding import Finding, QuoteDetail
from auditor.model.quote import Rung
from auditor.model.words import Category, Severity, Stance
from auditor.render.corrections.suggestion import suggestion
from tests.case import text

DATE, NUMBER, NAME, PLACE, QUOTE = (
    Category.DATE,
    Category.NUMBER,
    Category.NAME,
    Category.PLACE,
    Category.QUOTE,
)


def corrected(
    marked: str, category: Category, expected: str, passage: str = "", rung: Rung | None = None
) -> str:
    """Return the sentence, its ``[words]`` put right; "" where nothing is offered."""
    before, rest = marked.split("[")
    words, after = rest.split("]")
    plain = f"{before}{words}{after}"
    (sentence,) = [s for s in text("article", plain).sentences if s.start <= len(before) < s.end]
    proof = (Evidence("r1", 0, len(passage), passage, Stance.CONTRADICTS, 1.0),) if passage else ()
    quote = QuoteDetail(rung.value, "", "", ()) if rung else None
    finding = Finding(
        "some-rule", category, Severity.ERROR, len(before), len(before) + len(words), words, "",
        expected, None, proof, quote,
    )  # fmt: skip
    made = suggestion(finding, sentence)
    return "" if made is None else f"{plain[: made.start]}{made.words}{plain[made.end :]}"


@pytest.mark.parametrize(
    ("marked", "expected", "corrects"),
    [
        ("The council met on [Tuesday].", "Thursday", "The council met on Thursday."),
        ("[Tuesday]’s vote was close.", "Thursday", "Thursday’s vote was close."),
        (
            "The race was run at the [weekend].",
            "Monday 30 June 2025",
            "The race was run on Monday 30 June 2025.",
        ),
        ("In [July], the mayor left.", "4 June 2025", "On 4 June 2025, the mayor left."),
        ("On [Tuesday], the mayor left.", "June 2025", "In June 2025, the mayor left."),
        ("The mayor left [last week].", "4 June 2025", "The mayor left on 4 June 2025."),
        ("[Last week] the mayor left.", "4 June 2025", "On 4 June 2025 the mayor left."),
        ("The mayor left on [Sunday afternoon].", "Saturday", "The mayor left on Saturday."),
        ("It was shut until [last week].", "4 June 2025", "It was shut until 4 June 2025."),
        (
            "On [January 3rd], the mayor left.",
            "Thursday 4 January 2024",
            "On January 4th, 2024, the mayor left.",
        ),
        ("The mayor left on [14 May 2019].", "May 24, 2019", "The mayor left on 24 May 2019."),
        ("The mayor left in [December 2020].", "January 2021", "The mayor left in January 2021."),
        (
            "He resigned [three days after the landslide].",
            "A day after a landslide in the hills",
            "He resigned a day after the landslide.",
        ),
        ("He resigned [three days after the landslide].", "4 June 2025", ""),
        ("[Last week]’s vote was close.", "4 June 2025", ""),
        ("The [weekend] was hot.", "Monday 30 June 2025", ""),
        ("[Last week] was hot.", "4 June 2025", ""),
        ("The mayor left on [Tuesday].", "a day after the vote", ""),
        ("He left on [14 May 2019].", "24 May", ""),
        ("In the [July] heat the mayor left.", "4 June 2025", ""),
    ],
)  # fmt: skip
def test_a_date_takes_its_preposition(marked, expected, corrects):
    assert corrected(marked, DATE, expected) == corrects


@pytest.mark.parametrize(
    ("marked", "expected", "corrects"),
    [
        ("The fire destroyed [14] houses.", "23", "The fire destroyed 23 houses."),
        ("[Seven] people survived.", "About 60", "About 60 people survived."),
        ("The crash left [seven] people hurt.", "About 60", "The crash left about 60 people hurt."),
        ("[Less than half] the homes fell.", "More than half", "More than half the homes fell."),
        ("The bank lost [$1.5 million].", "$1.5 billion", "The bank lost $1.5 billion."),
        ("It paid [£ 50 m] for him.", "£500,000", "It paid £500,000 for him."),
        ("The pier is [12 m] long.", "15", "The pier is 15 m long."),
        ("The tunnel is [12 miles] long.", "12 kilometres", "The tunnel is 12 kilometres long."),
        ("They hurt [14 people] there.", "23", "They hurt 23 people there."),
        ("They hurt [14] people there.", "23 people", "They hurt 23 people there."),
        ("He won [46 percent] of the vote.", "54 %", "He won 54 percent of the vote."),
        ("A list of [3,200] names.", "2317", "A list of 2,317 names."),
        ("A list of [3200] names.", "2,317", "A list of 2317 names."),
        ("It was a [5 per cent] rise.", "8 per cent", "It was an 8 per cent rise."),
        ("It was an [8] point lead.", "5", "It was a 5 point lead."),
        ("His [24-year-old] colleague left.", "66", ""),
        ("[One] man was hurt.", "23", ""),
        ("It grew by [46 percent] there.", "54", ""),
        ("The bank lost [$1.5] million.", "$2.5 billion", ""),
        ("The bank lost [1.5] that day.", "$2.5", ""),
        ("They hurt about [40] people.", "some 25", ""),
        ("They hurt [14] people.", "23 horses", ""),
        ("They came [third].", "second", ""),
    ],
)  # fmt: skip
def test_a_figure_keeps_to_the_articles_way_of_writing(marked, expected, corrects):
    assert corrected(marked, NUMBER, expected) == corrects


@pytest.mark.parametrize(
    ("marked", "expected", "passage", "corrects"),
    [
        ("[Karl Berg]’s aide left.", "Ida Holm", "", "Ida Holm’s aide left."),
        ("The road near [Tollbury] is shut.", "Casterby", "", "The road near Casterby is shut."),
        ("It killed [Karl Berg].", "Abu Ali (the Elder)", "", "It killed Abu Ali."),
        ("[Karl Berg] left.", "al-Rawi", "", "Al-Rawi left."),
        ("The [Coast Guard] said so.", "Ruth Alder", "Ruth Alder said so.", "Ruth Alder said so."),
        (
            "He praised the [Coast Guard].",
            "Harbour Office",
            "The Harbour Office said so.",
            "He praised the Harbour Office.",
        ),
        (
            "He praised [Ruth Alder].",
            "Coast Guard",
            "It said the Coast Guard was late.",
            "He praised the Coast Guard.",
        ),
        (
            "It lies in the [western Porto] district of mills.",
            "eastern Porto",
            "It lies in eastern Porto.",
            "It lies in the eastern Porto district of mills.",
        ),
        (
            "It lies in the [south of Porto].",
            "central Porto",
            "It lies in central Porto.",
            "It lies in central Porto.",
        ),
        ("He praised the [Coast Guard].", "Ruth Alder", "", ""),
        ("Mr [Berg] left.", "Ida Holm", "", ""),
        ("An [Iraqi] soldier left.", "Iran", "", ""),
        ("A [Lions] player left.", "Eagles", "The Eagles won.", ""),
        ("[Karl Berg] left.", "the harbour master", "", ""),
        ("[Karl Berg] left.", "Holm, of Tollbury", "", ""),
    ],
)
def test_a_name_takes_its_article_from_the_references(marked, expected, passage, corrects):
    assert corrected(marked, NAME, expected, passage) == corrects


SOURCE = "The harbour will not reopen"


@pytest.mark.parametrize(
    ("marked", "expected", "rung", "corrects"),
    [
        (
            "“[The harbour will reopen],” she said.",
            SOURCE,
            Rung.ALTERED,
            f"“{SOURCE},” she said.",
        ),
        ("She said: “[It will reopen.]”", f"{SOURCE},", Rung.EDITED, f"She said: “{SOURCE}.”"),
        (
            "She said “[the harbour will reopen]” soon.",
            SOURCE,
            Rung.EDITED,
            "She said “the harbour will not reopen” soon.",
        ),
        ("“[It will reopen],” she said.", SOURCE, Rung.PROMOTED, ""),
        ("“[It will reopen],” she said.", "The harbour … will not", Rung.EDITED, ""),
        ("“[It will reopen],” she said.", "The “old” harbour", Rung.EDITED, ""),
        ("She said “[it will reopen]” soon.", "Tollbury will not", Rung.EDITED, ""),
    ],
)
def test_a_quotation_is_put_right_only_from_a_quotation(marked, expected, rung, corrects):
    assert corrected(marked, QUOTE, expected, rung=rung) == corrects


@pytest.mark.parametrize(
    "category", [c for c in Category if c not in {DATE, NUMBER, NAME, PLACE, QUOTE, Category.ROLE}]
)
def test_other_findings_have_nothing_to_put_in(category):
    assert corrected("[Karl Berg] left.", category, "Ida Holm") == ""
