from dataclasses import replace

import pytest

from auditor.checks.quotes.compare.folded_words import bases
from auditor.checks.quotes.compare.ladder import Comparison, QuoteSources, compare
from auditor.checks.quotes.compare.proof import diff, evidence, source_words
from auditor.checks.quotes.compare.reference_words import index
from auditor.checks.quotes.compare.same_speaker import cast
from auditor.checks.quotes.find import find_quotes
from auditor.model.document import Document
from auditor.model.finding import Edit
from auditor.model.text import Text
from auditor.model.words import Stance
from auditor.text.segment import segment

SPEECH = (
    "“The old harbour does not pay for itself, which nobody wanted to see, and 40 families may lose"
    " their boats,” Ruth Alder said on Monday. She said that the council would vote in May."
)


def read(name: str, text: str) -> Text:
    found = segment(Document(name, name, text, ""))
    return replace(found, quotes=find_quotes(found))


def compared(article: str, *references: str) -> tuple[Text, QuoteSources, Comparison]:
    texts = [read(f"r{n}", text) for n, text in enumerate(references, 1)]
    sources = QuoteSources(index(texts), cast(texts))
    asked = read("article", article)
    found = compare(asked, asked.quotes[0], bases(asked.sentences), sources)
    assert found is not None
    return asked, sources, found


@pytest.mark.parametrize(
    ("quote", "rung"),
    [
        ("“40 families may lose their boats,” Ruth Alder said.", "verbatim"),
        ("“Forty families may lose their boats,” Ruth Alder said.", "cosmetic"),
        ("'The old harbour doesn't pay for itself,' Ruth Alder said.", "cosmetic"),
        ("“The old harbor does not pay for itself,” Ruth Alder said.", "cosmetic"),
        ("“The old har\u00adbour does\u00a0not pay for itself,” Ruth Alder said.", "cosmetic"),
        ("“The old harbour does not pay … 40 families may lose boats,” Alder said.", "edited"),
        ("“[T]he old harbour does not pay for itself [sic],” Ruth Alder said.", "cosmetic"),
        ("“The harbour does not pay for itself,” Ruth Alder said.", "edited"),
        ("“The old harbour does pay for itself,” Ruth Alder said.", "meaning changed"),
        ("“The old harbour does … pay for itself,” Ruth Alder said.", "meaning changed"),
        ("Alder said it would “pay for itself, which nobody wanted to see”.", "meaning changed"),
        ("Alder said it would not “pay for itself, which nobody wanted”.", "verbatim"),
        ("“50 families may lose their boats,” Ruth Alder said.", "meaning changed"),
        ("“40 families will lose their boats,” Ruth Alder said.", "meaning changed"),
        ("“The new harbour does not pay for itself,” Ruth Alder said.", "meaning changed"),
        ("“The council will vote in May,” Ruth Alder said.", "promoted"),
        ("“The sea has always fed this town of ours,” Ruth Alder said.", "fabricated"),
    ],
)  # fmt: skip
def test_each_way_of_quoting_has_its_rung(quote, rung):
    assert compared(quote, SPEECH)[2].rung == rung


def test_a_statement_interrupted_by_its_attribution_is_one_statement():
    article = "“We will close the harbour in May,” Ruth Alder said."
    reference = "“We will close the harbour,” Ruth Alder said, “in May.”"
    assert compared(article, reference)[2].rung == "cosmetic"


@pytest.mark.parametrize(
    ("article", "reference", "rung"),
    [
        ("They must “approach vote”, he said.", "“Approach the spring vote well.”", "edited"),
        ("They must “approach vote”, he said.", "They approach the spring vote.", "fabricated"),
        ("He said it was a “safe harbour”.", "“It is a safe old harbour,” he said.", "edited"),
        ("He said it was a “safe harbour”.", "“It is not a safe old harbour.”", "meaning changed"),
        ("He said it was no “safe harbour”.", "“It is not a safe harbour,” he said.", "verbatim"),
        ("He called it “a safe harbour”.", "“It is not closed. A safe harbour is.”", "cosmetic"),
        ("He said he was “a guilty man”.", "“I am guilty of no crime, man.”", "fabricated"),
        ("He said she “rudely shouted at”.", "“I was rudely shouted down,” he said.", "edited"),
        (
            "She said: ‘The boats will have to leave.’",
            "She said: ‘It is dear. ‘The boats will have to leave. ‘We are poor.’",
            "verbatim",
        ),
    ],
)  # fmt: skip
def test_phrases_and_run_together_paragraphs_find_their_quote(article, reference, rung):
    assert compared(article, reference)[2].rung == rung


def test_the_same_words_of_two_speakers_are_nobodys_mistake():
    article = "“We will close the harbour,” Peter Marsh said."
    references = (
        "“We will close the harbour,” Ruth Alder said.",
        "“We will close the harbour,” Peter Marsh said.",
    )
    assert not compared(article, *references)[2].misattributed
    assert compared(article, references[0])[2].misattributed


def test_the_proof_shows_the_passage_and_the_words_struck_and_inserted():
    article, sources, found = compared(
        "“50 families may lose their boats,” Ruth Alder said.", SPEECH
    )
    assert source_words(sources.index, found) == "40 families may lose their boats"
    assert diff(sources.index, found, article.document.text) == (
        Edit("struck", "40"),
        Edit("inserted", "50"),
        Edit("kept", "families may lose their boats"),
    )
    (passage,) = evidence(sources.index, found, Stance.CONTRADICTS)
    assert (passage.reference, passage.start) == ("r1", 0)
    assert passage.text.endswith("Ruth Alder said on Monday.")


def test_a_quote_of_marks_alone_is_not_compared():
    texts = [read("r1", SPEECH)]
    asked = read("article", "She said: “… !”")
    sources = QuoteSources(index(texts), cast(texts))
    assert all(compare(asked, q, {}, sources) is None for q in asked.quotes)
