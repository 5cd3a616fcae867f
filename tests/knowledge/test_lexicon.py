"""The lexicons that must be there are those that ship."""

from auditor.knowledge.lexicon import NAMES
from auditor.resources import folder


def test_every_lexicon_that_ships_is_asked_for_at_the_start():
    shipped = (folder("rules") / "lexicon" / "en").iterdir()
    assert sorted(path.stem for path in shipped) == sorted(NAMES)
