"""Which settings hold: the command line over a profile over the file over the defaults."""

from pathlib import Path

import pytest

from auditor.errors import AuditError
from auditor.knowledge.rules import load_rules
from auditor.settings.chosen_rules import Selection, silent
from auditor.settings.configuration import Choices, Configuration, Story
from auditor.settings.effective import Decided, settings

FILE = Configuration(
    file=Path("audit.toml"),
    name="audit.toml",
    choices=Choices(fail_on="warning", disable=("place",)),
    stories=(
        Story("sport/a.md", (), None),
        Story("sport/**", ("wires",), "sport"),
        Story("**/*.md", (), "news"),
    ),
    profiles=(
        ("sport", Choices(fail_on="never", refs=("scores",))),
        ("news", Choices(disable=())),
    ),
)


@pytest.mark.parametrize(
    ("decided", "article", "held"),
    [
        (Decided(Configuration(), Choices()), "a.md", [("error", "default"), ("", "default")]),
        (Decided(FILE, Choices()), "a.txt", [("warning", "audit.toml"), ("", "default")]),
        (Decided(FILE, Choices()), None, [("warning", "audit.toml"), ("", "default")]),
        (
            Decided(FILE, Choices()),
            "sport/a.md",
            [
                ("never", "audit.toml, [profiles.sport]"),
                ("sport", "audit.toml, [[stories]] sport/**"),
            ],
        ),
        (
            Decided(FILE, Choices()),
            "./b.md",
            [("warning", "audit.toml"), ("news", "audit.toml, [[stories]] **/*.md")],
        ),
        (
            Decided(FILE, Choices(), "sport"),
            "b.md",
            [("never", "audit.toml, [profiles.sport]"), ("sport", "command line")],
        ),
        (
            Decided(FILE, Choices(fail_on="error"), "sport"),
            "b.md",
            [("error", "command line"), ("sport", "command line")],
        ),
    ],
)
def test_who_says_it_last_decides(decided, article, held):
    own = settings(decided, Path(article) if article else None)
    assert [(one.value, one.origin) for one in (own.fail_on, own.profile)] == held


def test_a_profile_that_is_asked_for_must_be_there():
    with pytest.raises(AuditError) as said:
        settings(Decided(FILE, Choices(), "new"))
    assert str(said.value) == "audit.toml: no profile is called 'new'; did you mean news?"
    with pytest.raises(AuditError) as said:
        settings(Decided(Configuration(), Choices(), "new"))
    assert str(said.value) == (
        "no configuration file: no profile is called 'new'; write [profiles.new] in audit.toml"
    )


RULES = load_rules()
IDS = [rule.id for rule in RULES]
DATES = [rule.id for rule in RULES if rule.category == "date"]


@pytest.mark.parametrize(
    ("disable", "selection", "speaking"),
    [
        ((), Selection(), IDS),
        (("date",), Selection(), [name for name in IDS if name not in DATES]),
        (("date-order",), Selection(), [name for name in IDS if name != "date-order"]),
        ((), Selection(only=("date",)), DATES),
        ((), Selection(only=("date-order", "quote-edited")), ["date-order", "quote-edited"]),
        (("date-order",), Selection(only=("date-order", "quote-edited")), ["quote-edited"]),
        ((), Selection(only=("date",), ignored=tuple(DATES[1:])), DATES[:1]),
        (("place",), Selection(only=("place",)), []),
    ],
)
def test_rules_speak_by_id_and_by_category(disable, selection, speaking):
    own = settings(Decided(Configuration(), Choices(disable=disable)))
    off = silent(RULES, own, selection)
    assert [name for name in IDS if name not in off] == speaking


@pytest.mark.parametrize(
    ("disable", "selection", "complaint"),
    [
        (("date-oder",), Selection(), "command line: disable: no rule or category is called"),
        ((), Selection(only=("qoute",)), "--select: no rule or category is called 'qoute'; did"),
        ((), Selection(ignored=("zzzz",)), "--ignore: no rule or category is called 'zzzz'; `aud"),
    ],
)
def test_a_rule_that_is_not_there_is_named_with_the_nearest(disable, selection, complaint):
    own = settings(Decided(Configuration(), Choices(disable=disable)))
    with pytest.raises(AuditError) as said:
        silent(RULES, own, selection)
    assert str(said.value).startswith(complaint)
