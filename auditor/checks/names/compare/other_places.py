"""Whether a place of a reference denies one of the article: two of a kind, in one part."""

from auditor.checks.names.compare.nested_places import may_hold
from auditor.checks.names.compare.sameness import NameInText
from auditor.checks.names.entities.forms import distinctive, form
from auditor.evidence.case import Case
from auditor.language.tree import hangs_on
from auditor.language.words import fold
from auditor.model.name import Name
from auditor.model.text import Sentence
from auditor.model.words import NameKind


def denies(case: Case, mine: NameInText, theirs: NameInText) -> bool:
    """Tell whether a reference's name may deny the article's; of places alone more is asked.

    A region or country that holds the other place denies nothing, nor does a passage with the
    article's words for it (``the south west of Portugal``); and both must hang in one way: what is
    ready for a club is not ready for a trip to another.
    """
    if mine.name.kind is not NameKind.PLACE:
        return True
    one, two = (case.entities.of(each.text.document.id, each.name) for each in (mine, theirs))
    if one is None or two is None or may_hold(case, one, two):
        return False
    return not _has_words_of(theirs.sentence, mine.name) and _tie_of(mine) == _tie_of(theirs)


def _has_words_of(passage: Sentence, name: Name) -> bool:
    """Tell whether a passage has all the telling words of a name, with capitals or without."""
    words = set(distinctive(form(name.text)))
    return bool(words) and words <= {fold(token.text) for token in passage.tokens}


def _tie_of(named: NameInText) -> str:
    """Return the preposition or, without one, the label by which a name hangs in its sentence."""
    tie = hangs_on(named.sentence, named.name)
    return "" if tie is None else tie.preposition or tie.label
