"""Evidence: the right passage comes first, whatever its words."""

import pytest

from auditor.evidence.align import align
from auditor.evidence.case import Case
from auditor.load import document_from_text
from auditor.text.segment import segment


def linked(article: str, *references: str) -> Case:
    return align(
        segment(document_from_text("article", "article", article)),
        [segment(document_from_text(f"r{n}", f"{n}", t)) for n, t in enumerate(references, 1)],
    )


FIRE = "Crews fought the fire all night. The store in High Street was ruined. Nobody was hurt."
DEAL = "The company bought a rival. Shares rose four percent. Its chief executive will leave."


@pytest.mark.parametrize(
    ("article", "best"),
    [
        ("Firefighters battled the flames until morning.", "Crews fought the fire all night."),
        ("The shop on the High Street was destroyed.", "The store in High Street was ruined."),
        ("There were no injuries.", "Nobody was hurt."),
        ("The firm acquired a competitor.", "The company bought a rival."),
        ("The boss is going to quit.", "Its chief executive will leave."),
        ("Shares rose four percent.", "Shares rose four percent."),
    ],
)
def test_the_passage_that_says_so_comes_first(article, best):
    (link,) = linked(article, FIRE, DEAL).links
    assert link.evidence[0].text == best


def test_a_sentence_about_something_else_has_no_evidence():
    (link,) = linked("Penguins breed on Antarctic sea ice.", FIRE).links
    assert link.evidence == ()


def test_evidence_stands_where_it_says():
    case = linked("The shop on the High Street was destroyed.", FIRE, DEAL)
    texts = {text.document.id: text.document.text for text in case.references}
    assert all(
        texts[e.reference][e.start : e.end] == e.text for link in case.links for e in link.evidence
    )


def test_a_report_that_repeats_itself_is_shown_once():
    case = linked("The store in High Street was ruined.", f"{FIRE} {FIRE}", FIRE)
    assert [e.reference for e in case.links[0].evidence if "ruined" in e.text] == ["r1", "r2"]
