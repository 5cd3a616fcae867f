"""Where names stand, what they name, and which role or alias goes with them."""

import pytest

from auditor.checks.names.find.find import find_names
from auditor.load import document_from_text
from auditor.model.name import Name
from auditor.text.segment import segment


def names(text: str) -> tuple[Name, ...]:
    return find_names(segment(document_from_text("article", "article", text, None)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike killed Mushtaq Jawad Kazim al-Jawari.", ["Mushtaq Jawad Kazim al-Jawari"]),
        ("Norwegian Prime Minister Anna Lund spoke.", ["Norwegian", "Anna Lund"]),
        ("Mr. Marsh met Det Sgt Joan Pell.", ["Marsh", "Joan Pell"]),
        ("The US-led force met Iran-backed fighters.", ["US", "Iran"]),
        ("It fled the Israel-Hamas war.", ["Israel", "Hamas"]),
        ("They met Wisam “Abu Karam” al-Saadi there.", ["Wisam “Abu Karam” al-Saadi"]),
        ("He works for the University of Oslo.", ["University of Oslo"]),
        ("On Monday, the Prime Minister left.", []),
        ("Police closed the road in July.", []),
        ("He read it on example-news.org on Friday.", ["example-news.org"]),
        ("A U.S.-backed group left.", ["U.S."]),
        ("Kim Jong-un met Mr Putin’s envoy.", ["Kim Jong-un", "Putin"]),
        ("General Motors hired General Joan Pell.", ["General Motors", "Joan Pell"]),
        ("The tickets FINALLY went on sale HERE, and it was NOT cheap.", []),
        ("He was SO happy, and the BOMB never went off.", ["BOMB"]),
        (
            "NATO and PSG met the RAF, the WHO and the CIA there.",
            ["NATO", "PSG", "RAF", "WHO", "CIA"],
        ),
        ("The council asked OPEC and UNICEF for help NOW.", ["OPEC", "UNICEF"]),
        ("She gave it to the RED CROSS and flew to NORTH KOREA.", ["RED CROSS", "NORTH KOREA"]),
        ("The White House Press Secretary wept.", ["White House"]),
        ("Current District Judge Lee Moss met Former President Ann Orr.", ["Lee Moss", "Ann Orr"]),
        ("Mystery surrounds who lit the fire.", []),
        ("Third was the choir of Szeged.", ["Szeged"]),
        ("Losses: P740 million + Sh93m = R$2.7 million and R19,000.", []),
        ("The MH370 and the R12 are no money.", ["MH370", "R12"]),
        ("Profit was KSh1.77bn, the dividend KSh8; in KSh bn it was 1.5.", []),
        ("THE WIND. It blew at 137 kilometres an hour. THE BAN. No car ran.", []),
        ("Past president Linda Moss wept.", ["Linda Moss"]),
        ("Baker said that it was late.", ["Baker"]),
        ("They rang Lena Baker. Baker wept.", ["Lena Baker", "Baker"]),
        ("The county's Police and Crime Commissioner wept.", []),
        ("The Water Secretary met the Norway Minister.", ["Norway"]),
        ("The county's Crime Commissioner Linda Moss wept.", ["Linda Moss"]),
    ],
)
def test_names_are_found_without_titles_articles_and_endings(
    text: str, expected: list[str]
) -> None:
    assert [name.text for name in names(text)] == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Larkhill Institute spoke.", "Larkhill Institute", "organisation"),
        ("Kataib Nur, a militia group, spoke.", "Kataib Nur", "organisation"),
        ("The captain, Omar Diallo, 42, spoke.", "Omar Diallo", "person"),
        ("The Norwegian fleet left.", "Norwegian", "group"),
        ("A fire broke out in the village of Tollbury.", "Tollbury", "place"),
        ("He was held in Tollbury, County Marsh.", "County Marsh", "place"),
        ("They sailed to the Isle of Marsh.", "Isle of Marsh", "place"),
        ("Mount Marsh Hospital treated him.", "Mount Marsh Hospital", "organisation"),
    ],
)
def test_a_name_is_what_the_words_around_it_say(text: str, name: str, kind: str) -> None:
    assert {found.text: found.kind.value for found in names(text)}[name] == kind


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Prime Minister Anna Lund spoke.", "Anna Lund", "prime minister"),
        ("Assistant fire chief Peter Marsh spoke.", "Peter Marsh", "assistant fire chief"),
        (
            "Anna Lund, head of the harbour office, spoke.",
            "Anna Lund",
            "head of the harbour office",
        ),
        ("Anna Lund spoke.", "Anna Lund", ""),
    ],
)
def test_a_role_is_tied_to_the_name_beside_it(text: str, name: str, role: str) -> None:
    assert {found.text: found.role for found in names(text)}[name] == role


@pytest.mark.parametrize(
    ("text", "alias", "whose"),
    [
        ("Peter Salt, known as Omar Diallo, left.", "Omar Diallo", "Peter Salt"),
        (
            "Peter Salt, known by his nom de guerre Abu Karam, left.",
            "Abu Karam",
            "Peter Salt",
        ),
        ("The World Food Programme (WFP) left.", "WFP", "World Food Programme"),
        ("Peter Salt and Omar Diallo left.", "Omar Diallo", None),
        ("Peter Salt (Labour) left.", "Labour", None),
    ],
)
def test_an_alias_points_at_the_name_it_stands_for(
    text: str, alias: str, whose: str | None
) -> None:
    found = names(text)
    starts = {name.start: name.text for name in found}
    same = {name.text: name.same_as for name in found}[alias]
    assert (None if same is None else starts[same]) == whose


def test_a_title_case_heading_gives_only_names_that_prose_confirms() -> None:
    text = "Strike Kills Omar Diallo\n\nA strike killed Omar Diallo on Monday.\n"
    assert [name.text for name in names(text)] == ["Omar Diallo", "Omar Diallo"]


def test_names_stand_where_they_say() -> None:
    text = "Mr. Marsh’s crew met “Abu” Karam-Lee (WFP), of U.S.-led Apollo 11, in Côte d’Ivoire."
    for name in names(text):
        assert text[name.start : name.end] == name.text
