"""The pages on what programs read and write, from the schemas and from ``reports/README.md``."""

import json
from typing import Any

from auditor.resources import folder
from auditor.settings.schema import schema as schema_of_settings
from auditor.settings.tables import EXAMPLES
from handbook.schema_rows import HEAD, table

REPORT = """# The JSON report

What `audit ARTICLE --format json` writes; of several articles it is an array of such reports.
The schema is `reports/report.schema.json`, and every report validates against it.
{description}
`support` is the calibrated chance that the references support the whole sentence: order sentences by it to read the doubtful ones first.
No clock time stands anywhere: the same input gives the same bytes.

## The report

"""  # noqa: E501  # a line a sentence
FORMATS = """# SARIF and other formats

Generated from `reports/README.md`.

"""
SETTINGS = """# Settings

`audit.toml`, or `[tool.auditor]` of `pyproject.toml`, is looked for in the working folder and those above it, up to the root of the repository; the nearest counts.
Every key is optional, an unknown one is an error that names the nearest known one.
Paths count from the file, globs are those of `.gitignore`.
The command line goes before a profile, a profile before the file.
`reports/settings.schema.json` is the schema by which editors complete the file.

## The file

"""  # noqa: E501  # a line a sentence
LISTS = {"findings": "A finding", "evidence": "A passage of the evidence"}
"""The lists of the report that stand in more than one place, by what an item is called."""


def pages() -> dict[str, str]:
    """Return the Markdown of each page by its path."""
    return {
        "reference/json.md": _report(),
        "reference/formats.md": _formats(),
        "reference/settings.md": _settings(),
    }


def _report() -> str:
    root = json.loads((folder("reports") / "report.schema.json").read_text(encoding="utf-8"))
    parts = [REPORT.format(description=root["description"]), table(root, root)]
    for name, title in LISTS.items():
        parts += [f"\n## {title}\n\n", table(root["$defs"][name]["items"], root)]
    return "".join(parts)


def _formats() -> str:
    written = (folder("reports") / "README.md").read_text(encoding="utf-8")
    _, mark, kept = written.partition("## For other programs")
    return FORMATS + mark + kept


def _settings() -> str:
    root = schema_of_settings()
    tables = {"A story": "StoryTable", "A profile": "ProfileTable"}
    parts = [SETTINGS, _table(root)]
    for title, name in tables.items():
        own = root["$defs"][name]
        parts += [f"\n## {title}\n\n{own['description']}\n\n", _table(own)]
    return "".join(parts)


def _table(schema: dict[str, Any]) -> str:
    """Return the keys of one table of the file, each with an example in place of its kind."""
    rows = (
        f"| `{key}` | `{EXAMPLES[key]}` | {own['description']} |\n"
        for key, own in schema["properties"].items()
    )
    return HEAD.replace("kind", "as in") + "".join(rows)
