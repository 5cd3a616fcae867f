import pytest

from auditor.load import document_from_text

PROSE = "The bridge in Selby closed on Wednesday after divers found cracks in two of its pillars."
TITLE = "Harbour bridge closes for repairs"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([TITLE, PROSE], TITLE),
        (["", "Breaking", "July 22, 2024", "", TITLE, "", "By Nora Quist", PROSE], TITLE),
        (["The Selby Courier", TITLE, PROSE], TITLE),
        (["Selby bridge closes", PROSE], "Selby bridge closes"),
        (["Will the bridge open again?", PROSE], "Will the bridge open again?"),
        (["By Nora Quist and Omar Lindqvist", TITLE, PROSE], TITLE),
        # near misses
        ([PROSE, TITLE, PROSE], None),
        (["Breaking", PROSE], None),
        (["Written by Nora Quist", "Jan 6, 2024", PROSE], None),
        (["The bridge closed today.", PROSE], None),
        (["Selby bridge closes"], None),
        (["SELBY, Jan 5 (CNA) – Divers found cracks", PROSE], None),
        (
            [
                "The bridge in Selby closed on Wednesday after divers found cracks in",
                "Two of its pillars, the port authority said. Ferries run every twenty",
                "minutes until the repairs are done.",
            ],
            None,
        ),
        (["The bridge in Selby closed after divers found", "cracks in two pillars.", PROSE], None),
    ],
)
def test_the_headline_is_a_short_line_above_the_first_paragraph(
    lines: list[str], title: str | None
) -> None:
    assert document_from_text("r1", "story", "\n".join(lines)).title == title
