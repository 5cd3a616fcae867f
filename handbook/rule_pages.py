"""A page a rule and their index by category, from the rule files."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from auditor.knowledge.rules import load_rules
from auditor.model.rule import Example, Rule
from auditor.render.catalogue import (
    answer_in_words,
    conditions,
    first_sentence,
    in_words,
    severities,
)

INDEX = """# Rules

A rule is one file with its reason, its source and its proof: examples that it marks and near misses that it leaves alone.
A test audits every example.
*Precision* is how many of the rule's marks were right on labelled texts; [How accurate it is](../accuracy.md) says on which.
An `error` fails the run, a `warning` and a `note` do not, unless the [settings](../reference/settings.md) say otherwise.
"""  # noqa: E501  # a line a sentence
PAGE = """# {id}

**{severity}** · {category} · verdict of its sentence: {verdict}

{why}

It says: {message}

Precision: {precision}.

Source: {source}

## What it marks

{marked}
## What it leaves alone

{alone}
`audit rules {id}` prints this page.
`disable = ["{id}"]` in the [settings](../reference/settings.md) switches the rule off.
"""
_ADDRESS = re.compile(r"https?://[^\s;,)]+")


def pages() -> dict[str, str]:
    """Return the Markdown of each page by its path."""
    rules = load_rules()
    return {"rules/index.md": _index(rules)} | {
        f"rules/{rule.id}.md": _page(rule) for rule in rules
    }


def _index(rules: Sequence[Rule]) -> str:
    parts = [INDEX]
    ordered = sorted(rules, key=lambda rule: (rule.category, rule.id))
    for category, own in groupby(ordered, key=lambda rule: rule.category):
        parts.append(f"\n## {category}\n\n| rule | severity | right | why |\n|---|---|---|---|\n")
        parts += (
            f"| [{rule.id}]({rule.id}.md) | {rule.severity} | {_share(rule)} | "
            f"{first_sentence(rule.why)} |\n"
            for rule in own
        )
    return "".join(parts)


def _share(rule: Rule) -> str:
    told = rule.precision
    return f"{told.right} of {told.right + told.wrong}" if told else "–"


def _page(rule: Rule) -> str:
    marked = [_example(example) for example in rule.examples if example.flags]
    alone = [_example(example) for example in rule.examples if not example.flags]
    return PAGE.format(
        id=rule.id,
        severity=severities(rule),
        category=rule.category,
        verdict=rule.implies or "none of its own",
        why=rule.why.strip(),
        message=escape(rule.message, quote=False),
        precision=rule.precision or "not measured",
        source=_ADDRESS.sub(r"<\g<0>>", rule.source),
        marked="\n".join(marked),
        alone="\n".join(alone),
    )


def _example(example: Example) -> str:
    told = "".join(f"<dt>{name}</dt><dd>{_shown(words)}</dd>\n" for name, words in _rows(example))
    return f'<dl class="example">\n{told}</dl>\n'


def _rows(example: Example) -> Iterator[tuple[str, str]]:
    dated = conditions(example)
    yield f"article{escape(dated)}", example.article
    for reference in example.refs:
        yield "reference", reference
    for waiver in example.waivers:
        yield "waiver", in_words(waiver)
    for answer in example.answers:
        yield "answer", answer_in_words(answer)
    for words in example.flags:
        yield "marks", words or "the article"


def _shown(words: str) -> str:
    return escape(words.strip(), quote=False).replace("\n\n", "<br>").replace("\n", " ")
