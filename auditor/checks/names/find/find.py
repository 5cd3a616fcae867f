"""Proper names of a text: where they stand, what they name, which role or alias goes with them."""

from auditor.checks.names.find.aliases import with_aliases
from auditor.checks.names.find.casing import is_title_case, vocabulary
from auditor.checks.names.find.cutting import CutName, cut_names, own_text
from auditor.checks.names.find.descriptions import role_of
from auditor.checks.names.find.headlines import headline_names, spellings
from auditor.checks.names.find.name_kinds import kinds
from auditor.checks.names.find.runs import runs
from auditor.model.name import Name
from auditor.model.text import Sentence, Text
from auditor.model.words import NameKind, SentenceKind


def find_names(text: Text) -> tuple[Name, ...]:
    """Return the names of a text in text order, not overlapping.

    What a name names is settled by vote over all its occurrences. In a heading whose words are
    all capitalised only those names count that also stand in the text's prose, and well-known
    places.
    """
    words = vocabulary(text)
    checked = [s for s in text.sentences if s.kind is not SentenceKind.BOILERPLATE]
    prose = [
        (sentence, name)
        for sentence in checked
        if not is_title_case(sentence)
        for run in runs(sentence, words)
        for name in cut_names(sentence, run)
    ]
    known = spellings(prose)
    heads = [
        (sentence, name)
        for sentence in checked
        if is_title_case(sentence)
        for name in headline_names(sentence, known)
    ]
    kept = sorted((*prose, *heads), key=lambda pair: (pair[0].start, pair[1].first))
    kind_of = kinds(kept)
    names = [_name(text, sentence, name, kind_of[name.key]) for sentence, name in kept]
    return with_aliases(text, tuple(names))


def _name(text: Text, sentence: Sentence, name: CutName, kind: NameKind) -> Name:
    start, last = sentence.tokens[name.first].start, sentence.tokens[name.last]
    end = last.start + len(own_text(last))
    if last.text.endswith(".") and last is sentence.tokens[-1] and last.text[:-1].isalpha():
        end -= 1
    return Name(
        start=start,
        end=end,
        text=text.document.text[start:end],
        kind=kind,
        role=role_of(sentence, name),
        nickname=name.nickname,
    )
