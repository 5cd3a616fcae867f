"""Pages that nobody writes say all of what they are made of, and fetch nothing."""

import re
from html import escape

import pytest

from auditor import commands
from auditor.knowledge.rules import load_rules
from handbook import command_page, hooks, reference_pages, rule_pages
from handbook.schema_rows import table

RULES = load_rules()
PAGES = rule_pages.pages()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_page_with_all_of_its_examples(rule):
    marked, alone = PAGES[f"rules/{rule.id}.md"].split("## What it leaves alone")
    assert [part.count("<dl ") for part in (marked, alone)] == [
        sum(bool(example.flags) for example in rule.examples),
        sum(not example.flags for example in rule.examples),
    ]
    words = re.findall("<dt>marks</dt><dd>(.*)</dd>", marked)
    flags = [flag or "the article" for example in rule.examples for flag in example.flags]
    assert words == [escape(flag, quote=False) for flag in flags]


def test_a_page_tells_where_its_rule_is_milder():
    milder = "**warning; note where the model finds the sentence supported**"
    assert milder in PAGES["rules/number-unfound.md"]
    assert milder not in PAGES["rules/date-unfound.md"]


def test_the_index_names_every_rule_once():
    linked = re.findall(r"^\| \[.*?\]\((.*?)\.md\)", PAGES["rules/index.md"], re.M)
    assert sorted(linked) == sorted(rule.id for rule in RULES)


def test_the_page_of_the_command_has_every_command():
    told = command_page.pages()["reference/command.md"]
    named = re.findall("^## (.*)$", told, re.M)
    assert named == ["audit", *(f"audit {name}" for name in commands.names())]
    assert told.count("Usage: ") == len(named)


def test_a_schema_is_told_key_by_key():
    root = {
        "required": ["names"],
        "properties": {
            "names": {
                "type": "array",
                "description": "Who.",
                "items": {"type": "object", "properties": {"first": {"$ref": "#/$defs/word"}}},
            },
            "day": {"type": ["string", "null"]},
            "stance": {"enum": ["for", "against"]},
        },
        "$defs": {"word": {"type": "string", "description": "One word."}},
    }
    assert table(root, root).splitlines()[2:] == [
        "| `names` | array of object | Who. |",
        "| `names[].first` | string | One word. |",
        "| `day` | string or null, may be left out |  |",
        "| `stance` | `for` `against`, may be left out |  |",
    ]


def test_the_pages_on_formats_say_what_the_reports_say_of_themselves():
    pages = reference_pages.pages()
    assert "| `sarif` | SARIF 2.1.0" in pages["reference/formats.md"]
    assert "## The waiver file" in pages["reference/formats.md"]
    assert "| `sentences[].verdict` | `supported` `partial`" in pages["reference/json.md"]
    assert '| `fail-on` | `fail-on = "error"` |' in pages["reference/settings.md"]


@pytest.mark.parametrize(
    ("html", "asks"),
    [
        ('<script src="https://example.org/a.js">', True),
        ("<img src=//example.org/a.png>", True),
        ('<link rel="stylesheet" href="https://example.org/a.css">', True),
        ('<link href="https://example.org" rel="preconnect">', True),
        ('<link rel="canonical" href="https://example.org/">', False),
        ('<link rel="stylesheet" href="../assets/a.css">', False),
        ('<script src="../assets/a.js">', False),
        ('<a href="https://example.org/">', False),
        ("a line with src=https://example.org in it", False),
    ],
)
def test_a_page_that_fetches_from_another_place_is_seen(html, asks):
    assert bool(hooks.ELSEWHERE.search(html)) is asks
