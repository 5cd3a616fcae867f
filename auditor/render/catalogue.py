"""The rules as text: a listing, one explained, and the catalogue of ``rules/README.md``."""

from collections.abc import Sequence

from auditor.model.calendar import day_in_words
from auditor.model.rule import Example, Rule, Spoken
from auditor.model.waiver import Waiver

HEAD = """# Rules

Generated from the rule files by `python -m auditor.render.catalogue`; a test compares it.
"""
"""How ``rules/README.md`` begins."""


def listing(rules: Sequence[Rule]) -> str:
    """Return a line a rule: id, severity, category, and its first sentence of why."""
    width = max((len(rule.id) for rule in rules), default=0)
    return "".join(
        f"{rule.id:{width}}  {rule.severity:7}  {rule.category:11}  {first_sentence(rule.why)}\n"
        for rule in rules
    )


def explain(rule: Rule) -> str:
    """Return everything that a rule's file says, with its examples."""
    lines = [
        f"{rule.id}  ({rule.category}, {severities(rule)})",
        "",
        rule.why.strip(),
        "",
        f"Says:      {rule.message}",
        f"Verdict:   {rule.implies or 'none of its own'}",
        f"Source:    {rule.source}",
        f"Precision: {rule.precision or 'not measured'}",
    ]
    for example in rule.examples:
        lines += ["", *_example(example)]
    return "\n".join(lines) + "\n"


def catalogue(rules: Sequence[Rule]) -> str:
    """Return the Markdown of ``rules/README.md``: every rule with why, source and examples."""
    parts = [HEAD]
    for rule in rules:
        parts.append(
            f"\n## {rule.id}\n\n{rule.category} · {severities(rule)} · "
            f"verdict: {rule.implies or 'none'}\n\n{rule.why.strip()}\n\n"
            f"Source: {rule.source}\n\nPrecision: {rule.precision or 'not measured'}\n"
        )
        parts.append("\n```text\n" + "\n\n".join(map(_block, rule.examples)) + "\n```\n")
    return "".join(parts)


def severities(rule: Rule) -> str:
    """Return a rule's severity in words, and the one where the model finds a sentence supported."""
    if rule.borne_out is None:
        return rule.severity.value
    return f"{rule.severity}; {rule.borne_out} where the model finds the sentence supported"


def _block(example: Example) -> str:
    return "\n".join(_example(example))


def _example(example: Example) -> list[str]:
    marks = ", ".join(f"“{words}”" if words else "the article" for words in example.flags)
    return [
        f"  article{conditions(example)}: {example.article.strip()}",
        *(f"  reference: {text.strip()}" for text in example.refs),
        *(f"  waiver: {in_words(waiver)}" for waiver in example.waivers),
        *(f"  answer: {answer_in_words(answer)}" for answer in example.answers),
        f"  marks: {marks or 'nothing'}",
    ]


def conditions(example: Example) -> str:
    """Return in brackets the days that an example is about, "" where it is about none."""
    days = (example.published, f"read on {day_in_words(example.today)}" if example.today else "")
    return f" ({', '.join(filter(None, days))})" if any(days) else ""


def in_words(waiver: Waiver) -> str:
    """Return what a waiver of an example lets stand, until when and why."""
    until = f", until {day_in_words(waiver.until)}" if waiver.until else ""
    return f"{waiver.rule}, “{waiver.text}”{until}: {waiver.reason or 'no reason'}"


def answer_in_words(answer: Spoken) -> str:
    """Return what a language model says in an example, and of which words."""
    of = f" “{answer.wrong_words}”" if answer.wrong_words else ""
    return f"{answer.verdict}{of} ({answer.kind}), for “{answer.quote}”"


def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    return text.strip().split(". ")[0].rstrip(".").replace("\n", " ") + "."


if __name__ == "__main__":
    from auditor.knowledge.rules import load_rules
    from auditor.resources import folder

    (folder("rules") / "README.md").write_text(catalogue(load_rules()), encoding="utf-8")
