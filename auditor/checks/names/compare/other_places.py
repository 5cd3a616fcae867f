"""Whether a place of a reference denies one of the article: two of a kind, in one part."""

from auditor.checks.names.compare.nested_places import may_hold
from auditor.checks.names.entities.forms import distinctive, form
from auditor.evidence.case import Case
from auditor.language.tree import root_of
from auditor.language.words import fold
from auditor.model.name import Name
from auditor.model.text import Sentence, Text
from auditor.model.words import NameKind


def denies(
    case: Case, mine: tuple[Sentence, Name], text: Text, theirs: tuple[Sentence, Name]
) -> bool:
    """Tell whether a reference's name may deny the article's; of places alone more is asked.

    A region or country that holds the other place denies nothing, nor does a passage with the
    article's words for it (``the south west of Portugal``); and both must hang in one way: what is
    ready for a club is not ready for a trip to another.
    """
    (sentence, name), (passage, other) = mine, theirs
    if name.kind is not NameKind.PLACE:
        return True
    one, two = case.entities.of("article", name), case.entities.of(text.document.id, other)
    if one is None or two is None or may_hold(case, one, two) or _is_said(name, passage):
        return False
    return _hang(sentence, name) == _hang(passage, other)


def _is_said(name: Name, passage: Sentence) -> bool:
    """Tell whether a passage has all the telling words of a name, with capitals or without."""
    words = set(distinctive(form(name.text)))
    return bool(words) and words <= {fold(token.text) for token in passage.tokens}


def _hang(sentence: Sentence, name: Name) -> str:
    """Return the preposition or, without one, the label by which a name hangs in its sentence."""
    tokens = sentence.tokens
    own = [n for n, token in enumerate(tokens) if name.start <= token.start < name.end]
    first = root_of(tokens, own)
    if first is None:
        return ""
    label = tokens[first].dep
    return tokens[tokens[first].head].lemma if label == "pobj" else label
