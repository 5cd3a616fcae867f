"""The tables of the configuration file: `audit.toml`, or `[tool.auditor]` of `pyproject.toml`."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Graveness = Literal["error", "warning", "note"]
Failing = Literal["error", "warning", "never"]

_STRICT = ConfigDict(extra="forbid", strict=True)

_REFS = "References: files, folders (read recursively) and web pages; paths from this file."
_FAIL_ON = "The lowest severity that fails the run."
_DISABLE = "Rules that stay silent, by id or category."
_WAIVERS = "Files of decisions; paths from this file."
_SEVERITY = "Another severity for a rule, by its id."


class ProfileTable(BaseModel):
    """What a desk has otherwise; a key that stands here takes the place of the file's own."""

    model_config = _STRICT
    refs: list[Words] | None = Field(None, description=_REFS)
    fail_on: Failing | None = Field(None, alias="fail-on", description=_FAIL_ON)
    disable: list[Words] | None = Field(None, description=_DISABLE)
    waivers: list[Words] | None = Field(None, description=_WAIVERS)
    severity: dict[str, Graveness] | None = Field(None, description=_SEVERITY)


class StoryTable(BaseModel):
    """Which references and which profile the articles of a story have."""

    model_config = _STRICT
    articles: Words = Field(description="A glob as in .gitignore: stories/bridge/*.md, sport/**.")
    refs: list[Words] = Field([], description=_REFS)
    profile: Words | None = Field(None, description="The profile of these articles.")


class SettingsFile(ProfileTable):
    """The whole file."""

    ignore: list[Words] = Field(
        [], description="Articles that are left out, as globs in the manner of .gitignore."
    )
    stories: list[StoryTable] = Field([], description="What belongs to which articles.")
    profiles: dict[str, ProfileTable] = Field({}, description="Settings of a desk, by its name.")


EXAMPLES = {
    "refs": 'refs = ["refs"]',
    "fail-on": 'fail-on = "error"',
    "disable": 'disable = ["support-not-found"]',
    "waivers": 'waivers = ["decisions.toml"]',
    "severity": 'severity = { "date-age" = "note" }',
    "ignore": 'ignore = ["drafts/**"]',
    "stories": '[[stories]] articles = "bridge/*.md" refs = ["bridge/refs"]',
    "profiles": '[profiles.sport] fail-on = "warning"',
    "articles": 'articles = "stories/bridge/*.md"',
    "profile": 'profile = "sport"',
}
"""How each key is written."""
