import pytest

from auditor.checks.quotes.find import find_quotes
from auditor.model.document import Document
from auditor.model.quote import Quote
from auditor.text.segment import segment


def quotes(text: str) -> tuple[Quote, ...]:
    return find_quotes(segment(Document("r1", "r1", text, "")))


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("“We will go. Then we stop,” said Ruth Alder.", [("speech", "Ruth Alder")]),
        ("Ruth Alder told reporters: “We will go to the harbour.”", [("speech", "Ruth Alder")]),
        ("According to Ruth Alder, “we will go to the harbour”.", [("speech", "Ruth Alder")]),
        ("Ruth Alder was quoted as saying “we will go there”.", [("speech", "Ruth Alder")]),
        ("“We will go there,” shrugged Ruth Alder.", [("speech", "Ruth Alder")]),
        ("The mayor, Ruth Alder, called it a “total loss”.", [("phrase", "Ruth Alder")]),
        ("Ruth Alder came in. “We will go there,” she said.", [("speech", "Ruth Alder")]),
        (
            "Csaba Marsh, who gave up his own bid, backed her. “We will go there,” she said.",
            [("speech", "")],
        ),
        (
            "Its head, Ruth Alder, 51, fell. “We will go there,” she said.",
            [("speech", "Ruth Alder")],
        ),
        (
            "Ruth Alder asked Ann Lee whether she went. “We will not go,” she said.",
            [("speech", "")],
        ),
        (
            "Ruth Alder was asked whether she went. “We will not go,” she said.",
            [("speech", "Ruth Alder")],
        ),
        ("Its head met Ruth Alder there. “We will go there,” she said.", [("speech", "")]),
        ("The Labour Party said: “We will go there too.”", [("speech", "Labour Party")]),
        ("The so-called “wall of silence” fell.", [("scare", "")]),
        ("A gang known as “The Tide” fled.", [("scare", "")]),
        ("The Post dubbed her the “queen of the old harbour”.", [("scare", "")]),
        ("She posts pictures of her “bling” life.", [("scare", "")]),
        ("Ruth Alder wrote that it was a “total loss”.", [("phrase", "Ruth Alder")]),
        ("Her first novel, “The Long Way Home”, sold well.", [("title", "")]),
        ("The singer Adam “Big Boat” Marsh is dead.", [("title", "")]),
        ("The Shi'ite militias' leaders met the boys' father.", []),
    ],
)
def test_marks_are_told_apart_and_speakers_named(text, spoken):
    assert [(q.kind.value, q.speaker) for q in quotes(text)] == spoken


def test_words_after_the_attribution_continue_the_quote():
    found = quotes("“We will,” said Ruth Alder, “not go to the harbour.”")
    assert [(q.text, q.speaker, q.continues) for q in found] == [
        ("We will", "Ruth Alder", False),
        ("not go to the harbour.", "Ruth Alder", True),
    ]


def test_a_mark_opened_again_in_the_next_paragraph_keeps_the_speaker():
    found = quotes(
        "Ruth Alder said: “The harbour is too dear for us.\n\n“We have to close it in May.”"
    )
    assert [(q.speaker, q.continues, q.closed) for q in found] == [
        ("Ruth Alder", False, True),
        ("Ruth Alder", True, True),
    ]


def test_a_quote_may_end_in_a_later_paragraph_without_being_opened_again():
    found = quotes(
        "Ruth Alder said: “The harbour is too dear for us.\n\nWe have to close it in May.”"
    )
    assert [q.text for q in found] == [
        "The harbour is too dear for us.",
        "We have to close it in May.",
    ]


def test_a_statement_whose_paragraphs_run_together_continues():
    found = quotes("Ruth Alder said: ‘The harbour is dear. ‘We must close it.’ She left.")
    assert [(q.text, q.continues, q.closed) for q in found] == [
        ("The harbour is dear.", False, False),
        ("We must close it.", True, True),
    ]


def test_a_quote_never_closed_ends_with_its_paragraph():
    found = quotes("Ruth Alder said: “The harbour is dear.\n\nThe council met on Monday.")
    assert [(q.text, q.closed) for q in found] == [("The harbour is dear.", False)]


def test_a_quote_inside_another_is_nested():
    found = quotes("“He told me ‘go away’ twice,” said Ruth Alder.")
    assert [(q.text, q.nested) for q in found] == [
        ("He told me ‘go away’ twice", False),
        ("go away", True),
    ]


def test_every_quote_stands_where_it_says():
    text = "“One thing,” said Ruth Alder. ‘Another thing,’ he said.\n\n“A third\u00a0thing.”"
    assert all(text[q.start : q.end] == q.text for q in quotes(text))
