import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.text.quotation_marks import pair_marks, quote_spans


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “we will go. Then we stop.” and left.", ["“we will go. Then we stop.”"]),
        ('He said "we will go" and "we stop".', ['"we will go"', '"we stop"']),
        ("‘It’s the militias’ fault,’ she said.", ["‘It’s the militias’ fault,’"]),
        ("'It's the militias' fault,' she said.", ["'It's the militias' fault,'"]),
        ("She called it ‘a mess’ and left.", ["‘a mess’"]),
        ("Elle a dit « non » hier.", ["« non »"]),
        ("Er sagte „nein“ und „ja“.", ["„nein“", "„ja“"]),
        ("“He told me ‘go away’ twice,” she said.", ["“He told me ‘go away’ twice,”"]),
        ("‘He told me “go away” twice,’ she said.", ["‘He told me “go away” twice,’"]),
        ('"He told me "go away" twice," she said.', ['"He told me "go away" twice,"']),
        ("``We will go,'' he said.", ["``We will go,''"]),
        ("The Shi'ite militias' leaders met the boys' father.", []),
        ("Rock 'n' roll of the '90s, 'til the boys' club closed.", []),
        ("the militias’ leaders and the Shi’ite clerics’ men", []),
        ("It happened ’til the ’90s ended in the workers’ camps.", []),
        ('A 12" screen and a 5\'10" man.', []),
        ('"It has a 12" screen," he said.', ['"It has a 12" screen,"']),
        ('"It was 2010" he said, and "it was good".', ['"It was 2010"', '"it was good"']),
        ('the 6\'2" man said "yes"', ['"yes"']),
        ("'Abd al-Karim met the militias' leaders.", []),
        ("“We go, he said. “It is fine.”", ["“It is fine.”"]),
        ("“We go and nothing closes this.", []),
        ('" We will go , " he said .', ['" We will go , "']),
        ("”We go,” he said.", ["”We go,”"]),
        ("“We go,“ he said.", ["“We go,“"]),
        ("He said:“We go.”", ["“We go.”"]),
        ('He said:"We go."', ['"We go."']),
        ("the 'fake news' claim", ["'fake news'"]),
        ("the “war on terror”-era law", ["“war on terror”"]),
        ("“”", []),
        ("She said: ‘...leaving it to us is fair.’", ["‘...leaving it to us is fair.’"]),
        ("She said: ‘20 boats will go.’", ["‘20 boats will go.’"]),
        ("The class of '20 met the boys' father.", []),
    ],
)
def test_quotes_are_told_from_apostrophes_and_inches(text, quoted):
    assert [text[start:end] for start, end in quote_spans(text)] == quoted


def test_an_unclosed_quote_ends_with_its_text_and_is_marked_so():
    found = pair_marks("He said: “We go. We stop. ").quotes
    assert [(m.start, m.end, m.closed) for m in found] == [(9, 25, False)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "She said: 'The boys' boat sank. 'We swam. 'It was cold.' He left.",
            [("The boys' boat sank.", False), ("We swam.", False), ("It was cold.", True)],
        ),
        (
            "‘It’s the militias’ fault. ‘They left,’ she said.",
            [("It’s the militias’ fault.", False), ("They left,", True)],
        ),
        ("He met the 'Abd clan. 'Abd al-Karim left. 'Abd al-Aziz stayed.", []),
        ("'Twas late in the boys' club. 'Tis early now.", []),
        ("She said 'no' twice. 'It was cold,' he said.", [("no", True), ("It was cold,", True)]),
        ("She called him 'a fool. 'It was cold,' he said.", [("It was cold,", True)]),
    ],
)
def test_a_statement_whose_paragraphs_run_together_is_opened_again_and_again(text, quoted):
    found = pair_marks(text).quotes
    assert [(text[m.inner : m.outer], m.closed) for m in found] == quoted


def test_nested_quotes_are_found_inside_the_outer_one():
    text = "“He told me ‘go away’ twice,” she said."
    assert [text[m.inner : m.outer] for m in pair_marks(text).quotes] == [
        "He told me ‘go away’ twice,",
        "go away",
    ]


@given(st.text(alphabet="ab s.,5 -“”\"'‘’«»`„\n", max_size=120))
def test_spans_are_ordered_disjoint_and_inside_the_text(text):
    spans = quote_spans(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in spans)
