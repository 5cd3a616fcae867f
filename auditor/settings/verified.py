"""Settings seen to be usable before any article has its turn."""

from dataclasses import replace
from pathlib import Path

from auditor.knowledge.rules import load_rules
from auditor.settings.chosen_rules import Selection, silent, verify_severity
from auditor.settings.configuration import Choices, configuration
from auditor.settings.effective import Decided, settings


def verified(file: Path | None, asked: Choices, profile: str, selection: Selection) -> Decided:
    """Return what the settings of a run come from.

    Args:
        file: that of --config, None for the nearest.
        asked: what the command line says.
        profile: that of the command line, "" for none.
        selection: rules by --select and --ignore.

    Raises:
        AuditError: naming the file, key or option and the remedy; every profile is looked at.
    """
    decided = Decided(configuration(file), asked, profile)
    rules = load_rules()
    for name in [profile, *(name for name, _ in decided.configuration.profiles)]:
        own = settings(replace(decided, profile=name))
        silent(rules, own, selection)
        verify_severity(rules, own)
    return decided
