"""An answer is read from whatever a model writes around it; nothing else is one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.opinion.answers import Answer, Stated, answer
from auditor.opinion.prompt import SCHEMA

PLAIN = '{"verdict": "supported", "kind": "other", "wrong_words": "", "passage": 1, "quote": "a b"}'


@pytest.mark.parametrize(
    ("written", "is_read"),
    [
        (PLAIN, True),
        (f"```json\n{PLAIN}\n```", True),
        (f"Sure! Here it is: {PLAIN} I hope that this helps.", True),
        (f"<think>It says {{that}} …</think>\n{PLAIN}", True),
        (f"<think>{PLAIN}", False),
        ('{"verdict": "unsure"}', True),
        ('{"verdict": "unsure", "confidence": 0.9}', True),
        ('{"verdict": "true"}', False),
        ('{"verdict": "supported", "passage": "the first"}', False),
        ('{"verdict": "supported", "quote": ["a", "b"]}', False),
        ('{"verdict": "supported", "kind": "vibes"}', False),
        ("supported", False),
        ("", False),
        ("{", False),
        ("[1]", False),
        ('{"a":' * 100_000, False),
        (f"{'x' * 20_000}{PLAIN}", False),
    ],
)
def test_an_answer_is_read_or_it_is_none(written, is_read):
    assert isinstance(answer(written), Answer) is is_read


@settings(max_examples=50)
@given(st.text())
def test_nothing_that_a_model_writes_is_a_fault(written):
    assert answer(written) is None or isinstance(answer(written), Answer)


def test_the_form_that_is_asked_for_is_the_form_that_is_read():
    assert set(SCHEMA["properties"]) == set(Answer.model_fields) == set(SCHEMA["required"])
    assert SCHEMA["properties"]["verdict"]["enum"] == [*Stated]
