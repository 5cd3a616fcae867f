"""Every rule proves itself: its examples are audited whole, and what it marks is compared."""

import re
from datetime import date
from functools import partial

import pytest

from auditor.checks import checkers
from auditor.errors import AuditError
from auditor.evidence import entailment
from auditor.evidence.case import Case
from auditor.judge.decisions import decided
from auditor.knowledge.rules import load_rules
from auditor.load import document_from_text
from auditor.model.audit import Audit
from auditor.model.rule import Example, Rule, Spoken
from auditor.opinion.answers import Answer, Fault, Stated
from auditor.opinion.asked_sentences import Question, questions
from auditor.opinion.chosen_judge import Only
from auditor.opinion.heard import heard
from auditor.opinion.what_counts import Opinion, opinion
from auditor.pipeline import audited, prepared
from auditor.render.catalogue import catalogue
from auditor.resources import folder
from benchmarks.quality.precision import is_too_severe

RULES = load_rules()
CASES = [
    pytest.param(rule, example, id=f"{rule.id}-{n}")
    for rule in RULES
    for n, example in enumerate(rule.examples, start=1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_a_rule_marks_exactly_what_its_example_says(rule: Rule, example: Example) -> None:
    published = date.fromisoformat(example.published) if example.published else None
    article = document_from_text("article", "article", example.article, published)
    references = [
        document_from_text(f"r{n}", f"{n}.txt", text) for n, text in enumerate(example.refs, 1)
    ]
    reader = entailment.load() if rule.checker == "support" else None
    case = prepared(article, references)
    report = audited(case, RULES, entailment=reader, second=partial(with_answers, example.answers))
    report = decided(report, example.waivers, RULES, example.today)
    findings = [f for s in report.sentences for f in s.findings] + list(report.article_findings)
    assert report.problems == ()
    assert tuple(f.text for f in findings if f.rule == rule.id) == example.flags
    assert [f.message for f in findings if re.search(r"\(\)|“”|  ", f.message)] == []


def with_answers(answers: tuple[Spoken, ...], case: Case, own: Audit) -> Audit:
    """Return the audit with what a language model says of some sentences in an example."""
    said = {answer.sentence: answer for answer in answers}
    asked = {one.sentence.text: one for one in questions(case, own, Only.ALL)}
    assert {*said} <= {*asked}, "nobody is asked about this"
    weighed = {asked[text].sentence.id: weigh(case, asked[text], said[text]) for text in said}
    opinions = {id_: one for id_, one in weighed.items() if isinstance(one, Opinion)}
    return heard(case, own, opinions, "parrot", RULES)


def weigh(case: Case, question: Question, said: Spoken) -> object:
    """Return what an answer comes to; the passage is the first that its quote stands in."""
    passages = [one.evidence.text for one in question.passages]
    number = next((n for n, text in enumerate(passages, 1) if said.quote in text), 1)
    told = Answer(
        verdict=Stated(said.verdict),
        kind=Fault(said.kind),
        wrong_words=said.wrong_words,
        passage=number,
        quote=said.quote,
    )
    return None if told.verdict is Stated.UNSURE else opinion(case, question, told)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_hit_two_near_misses_and_a_checker(rule: Rule) -> None:
    assert rule.checker in checkers()
    assert sum(bool(e.flags) for e in rule.examples) >= 1
    assert sum(not e.flags for e in rule.examples) >= 2
    assert rule.why
    assert rule.source
    assert rule.severity != "error" or rule.implies, "an error says something about its sentence"


def test_two_rules_never_speak_of_one_outcome():
    outcomes = [(rule.checker, rule.when) for rule in RULES]
    assert sorted(set(outcomes)) == sorted(outcomes)


def test_the_catalogue_is_up_to_date():
    written = (folder("rules") / "README.md").read_text(encoding="utf-8")
    assert written == catalogue(RULES), "run `python -m auditor.render.catalogue`"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("when = ", "is not TOML"),
        ('checker = "x"', "when is missing"),
        ('colour = "red"', "is missing"),
    ],
)
def test_a_bad_rule_file_is_named_with_what_is_wrong(tmp_path, text, complaint):
    path = tmp_path / "bad-rule.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AuditError, match=r"bad-rule\.toml") as caught:
        load_rules([path])
    assert complaint in str(caught.value)


def test_no_rule_is_more_severe_than_its_precision_allows():
    assert [rule.id for rule in RULES if is_too_severe(rule)] == []
