"""Whatever a text holds, it is audited or refused with a clear error: no stage ever fails."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import AuditError
from auditor.knowledge.rules import load_rules
from auditor.load import document_from_text
from auditor.pipeline import audit
from benchmarks.fuzz.__main__ import problems
from benchmarks.fuzz.faults import faults
from benchmarks.fuzz.texts import text

RULES = load_rules()

NEWS = st.builds(text, st.integers().map(Random), st.integers(1, 24))
TEXTS = st.one_of(st.text(max_size=200), NEWS)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_any_article_beside_any_reference_is_audited_or_refused(article, reference):
    try:
        documents = [
            document_from_text(name, name, words)
            for name, words in (("article", article), ("r1", reference))
        ]
    except AuditError:
        return
    assert faults(audit(documents[0], documents[1:], RULES)) == ()


def test_a_figure_too_small_to_be_divided_stops_no_check():
    # What a million random texts met: a figure of 320 zeros behind the point beside a large one.
    assert problems(879, longest=24, together=25) == ()
