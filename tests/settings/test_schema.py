"""The schema by which editors complete the file says what the form takes, and no more."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from pydantic import ValidationError

from auditor.settings.chosen_rules import Selection
from auditor.settings.configuration import Choices
from auditor.settings.effective import settings
from auditor.settings.schema import FILE, schema, text
from auditor.settings.tables import EXAMPLES, SettingsFile
from auditor.settings.verified import verified


def test_the_file_that_ships_is_that_of_the_form():
    """``python -m auditor.settings.schema`` writes it."""
    assert FILE.read_text(encoding="utf-8") == text()


GOOD = [
    "",
    'refs = ["a"]',
    'fail-on = "never"',
    'severity = { "date-age" = "note" }',
    '[[stories]]\narticles = "a"\n[profiles.x]\nrefs = []',
]
BAD = [
    "fail_on = 'error'",
    "refs = 'a'",
    "refs = ['']",
    "fail-on = 'all'",
    "severity = { a = 'fatal' }",
    "[[stories]]\nrefs = []",
    "[profiles.x]\nignore = []",
]


@pytest.mark.parametrize("toml", [*GOOD, *BAD])
def test_schema_and_form_take_the_same_files(toml):
    table = tomllib.loads(toml)
    problems = list(jsonschema.Draft202012Validator(schema()).iter_errors(table))
    try:
        SettingsFile.model_validate(table)
        is_taken = True
    except ValidationError:
        is_taken = False
    assert is_taken is (toml in GOOD)
    assert (problems == []) is is_taken


def test_the_file_on_the_page_is_one(tmp_path, monkeypatch):
    page = (Path(__file__).parents[2] / "docs" / "newsroom.md").read_text(encoding="utf-8")
    shown = page.partition('title="audit.toml"\n')[2].partition("```")[0]
    monkeypatch.chdir(tmp_path)
    Path("audit.toml").write_text(shown, encoding="utf-8")
    decided = verified(None, Choices(), "city", Selection())
    assert settings(decided).fail_on.value == "warning"
    assert set(tomllib.loads(shown)) == set(schema()["properties"])


def test_every_key_has_a_description_and_an_example():
    tables = [schema(), *schema()["$defs"].values()]
    keys = {key: own for table in tables for key, own in table["properties"].items()}
    assert {key for key, own in keys.items() if not own.get("description")} == set()
    assert set(EXAMPLES) == set(keys)


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(json.loads(text()))
