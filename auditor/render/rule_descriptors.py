"""The rules as SARIF describes them: name, reason, proof, help."""

import re
from collections.abc import Collection, Sequence

from auditor.model.rule import Example, Rule
from auditor.model.words import Severity
from auditor.render import labels
from auditor.render.annotation import cut
from auditor.render.record import Record

DESCRIBED = 1_024
"""Characters that GitHub takes of a description."""

PRECISE = (("very-high", 0.95), ("high", 0.8), ("medium", 0.5), ("low", 0.0))
"""What GitHub calls the precision of a rule, from which share of right marks on. The first is our
own bound for errors; the others are guesses."""

_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
"""What GitHub calls a severity of a rule that is not about security."""

_LINK = re.compile(r"https?://[^\s\"<>]+[^\s\"<>.,;:]")


def descriptors(rules: Sequence[Rule], others: Collection[str]) -> list[Record]:
    """Return a descriptor for each rule, then a bare one for each other id, in their order."""
    return [*map(_descriptor, rules), *({"id": rule_id} for rule_id in sorted(others))]


def link(rule: Rule) -> str:
    """Return the address of a rule's source, "" where that is no page."""
    match = _LINK.search(rule.source)
    return match[0] if match else ""


def _descriptor(rule: Rule) -> Record:
    words = rule.id.split("-")
    address = link(rule)
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in words),
        "shortDescription": {"text": f"{' '.join(words).capitalize()}."},
        "fullDescription": {"text": cut(" ".join(rule.why.split()), DESCRIBED)},
        **({"helpUri": address} if address else {}),
        "help": {"text": _help(rule), "markdown": _help(rule, "**", "> ")},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {
            "tags": [rule.category.value],
            "problem.severity": _PROBLEMS[rule.severity],
            **_precision(rule),
        },
    }


def _precision(rule: Rule) -> Record:
    if rule.precision is None:
        return {}
    share = rule.precision.share
    return {"precision": next(word for word, least in PRECISE if share >= least)}


def _help(rule: Rule, bold: str = "", quoted: str = "") -> str:
    """Return what an editor wants to know of a rule: why, an example, a near miss, the source."""
    hit = next(example for example in rule.examples if example.flags)
    miss = next((example for example in rule.examples if not example.flags), None)
    about = f"{labels.SEVERITIES[rule.severity]}, {labels.CATEGORIES[rule.category].lower()}"
    parts = [
        rule.why.strip(),
        f"{bold}Marks{bold} {_marked(hit)} in",
        *_shown(hit, quoted),
        *([f"{bold}Leaves alone{bold}", *_shown(miss, quoted)] if miss else []),
        f"{bold}{about}{bold}. Source: {rule.source}",
        f"{bold}Precision{bold}: {rule.precision or 'not measured'}.",
    ]
    return "\n\n".join(parts)


def _marked(example: Example) -> str:
    return ", ".join(f"“{words}”" for words in example.flags)


def _shown(example: Example, quoted: str) -> list[str]:
    references = [f"{quoted}Reference: {' '.join(text.split())}" for text in example.refs]
    return [f"{quoted}Article: {' '.join(example.article.split())}", *references]
