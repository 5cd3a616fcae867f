"""Names of an article and its references put together by what they name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from auditor.checks.names.entities.forms import Form, bodies_agree, form, persons_agree
from auditor.checks.names.entities.short_names import FullNames
from auditor.checks.names.entities.spelling import skeleton
from auditor.checks.names.find.aliases import abbreviates
from auditor.model.entity import Appearance, Entities, Entity
from auditor.model.name import Name
from auditor.model.text import Text
from auditor.model.words import NameKind

Groups = dict[str, str]
"""The key of each form by the key that stands for its group."""


def cluster(article: Text, references: Sequence[Text]) -> Entities:
    """Return the entities of a case.

    Full names meet across documents by spelling, alias and initials. A surname or first name alone
    belongs to the last full name before it in its document, else to the only full name that has it.
    """
    texts = (article, *references)
    forms = {name.text: _form(name) for text in texts for name in text.names}
    kinds = _kinds(texts, forms)
    groups = _groups(texts, forms, kinds)
    full_names = FullNames(groups)
    appearances: defaultdict[str, list[Appearance]] = defaultdict(list)
    for text in texts:
        for name, key in _keyed(text, forms, groups, kinds, full_names):
            appearances[key].append(Appearance(text.document.id, name))
    return _entities(appearances)


def _form(name: Name) -> Form:
    return form(name.text.replace(name.nickname, "") if name.nickname else name.text)


def _kinds(texts: Iterable[Text], forms: Mapping[str, Form]) -> dict[str, NameKind]:
    """Return what most occurrences of each form name; ties go to the first kind of `NameKind`."""
    votes: defaultdict[str, Counter[NameKind]] = defaultdict(Counter)
    for text in texts:
        for name in text.names:
            votes[forms[name.text].sole][name.kind] += 1
    return {key: _commonest(counter) for key, counter in votes.items()}


def _groups(
    texts: Sequence[Text], forms: Mapping[str, Form], kinds: Mapping[str, NameKind]
) -> Groups:
    """Return which forms are one entity's, by any of the ties between full names."""
    by_key = {each.sole: each for each in forms.values()}
    parent = {key: key for key in by_key}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    for one, two in (*_stated(texts, forms), *_spelt(by_key, kinds), *_abbreviated(forms)):
        first, second = sorted((root(one), root(two)))
        parent[second] = first
    return {key: root(key) for key in parent}


def _stated(texts: Iterable[Text], forms: Mapping[str, Form]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that a text itself says are one: ``known as``, quoted nicknames."""
    for text in texts:
        by_start = {name.start: name for name in text.names}
        for name in text.names:
            own = forms[name.text].sole
            if name.same_as is not None and name.same_as in by_start:
                yield own, forms[by_start[name.same_as].text].sole
            if name.nickname:
                yield from ((own, other) for other in _nicknamed(name, forms))


def _nicknamed(name: Name, forms: Mapping[str, Form]) -> Iterator[str]:
    """Yield the forms that are a name's nickname, alone or before its surname."""
    pet, last = form(name.nickname).words, forms[name.text].words[-1]
    alone, full = (Form(words, " ".join(words)) for words in (pet, (*pet, last)))
    for other in forms.values():
        if other.sole == alone.sole or (len(other.words) > 1 and persons_agree(full, other)):
            yield other.sole


def _spelt(by_key: Mapping[str, Form], kinds: Mapping[str, NameKind]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of full names that differ in spelling, initials or common words only."""
    for one, two in (*_of_one_last_word(by_key), *_of_one_first_word(by_key, kinds)):
        if _agree(by_key[one], by_key[two], kinds[one], kinds[two]):
            yield one, two


def _of_one_last_word(by_key: Mapping[str, Form]) -> Iterator[tuple[str, str]]:
    for keys in _blocks(by_key, -1):
        yield from combinations(keys, 2)


def _of_one_first_word(
    by_key: Mapping[str, Form], kinds: Mapping[str, NameKind]
) -> Iterator[tuple[str, str]]:
    """Yield pairs but those of persons, who are one by their last words only."""
    for keys in _blocks(by_key, 0):
        persons = [key for key in keys if kinds[key] is NameKind.PERSON]
        bodies = [key for key in keys if kinds[key] is not NameKind.PERSON]
        yield from combinations(bodies, 2)
        places = [key for key in bodies if kinds[key] is NameKind.PLACE]
        yield from product(persons, places)


def _blocks(by_key: Mapping[str, Form], word: int) -> Iterable[Sequence[str]]:
    """Return the keys of forms whose word at a place sounds alike."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for key, full in by_key.items():
        blocks[skeleton(full.words[word])].append(key)
    return blocks.values()


def _agree(one: Form, two: Form, kind: NameKind, other: NameKind) -> bool:
    if one.sole.startswith(("country ", "alias ")) or two.sole.startswith(("country ", "alias ")):
        return False
    both_full = len(one.words) > 1 and len(two.words) > 1
    if NameKind.PERSON in (kind, other) and NameKind.PLACE not in (kind, other):
        return both_full and persons_agree(one, two)
    return bodies_agree(one, two)


def _abbreviated(forms: Mapping[str, Form]) -> Iterator[tuple[str, str]]:
    """Yield each acronym with the one long name that it can stand for."""
    shorts = [text for text in forms if " " not in text and sum(c.isupper() for c in text) > 1]
    longs = [text for text in forms if " " in text]
    for short in shorts:
        full = {forms[long].sole for long in longs if abbreviates(short, long)}
        if len(full) == 1:
            yield forms[short].sole, full.pop()


def _keyed(
    text: Text,
    forms: Mapping[str, Form],
    groups: Groups,
    kinds: Mapping[str, NameKind],
    full_names: FullNames,
) -> Iterator[tuple[Name, str]]:
    """Yield each name of a document with the key of its entity."""
    earlier: dict[str, int] = {}
    for n, name in enumerate(text.names):
        own = forms[name.text]
        key = groups[own.sole]
        if len(own.words) == 1 and own.sole == own.words[0]:
            key = groups.get(full_names.key_of(own, kinds[own.sole], earlier), key)
        earlier[own.sole] = n
        yield name, key


def _entities(appearances: Mapping[str, Sequence[Appearance]]) -> Entities:
    entities = tuple(_entity(n, own) for n, own in enumerate(appearances.values(), 1))
    numbers = {
        (appearance.document, appearance.name.start): n
        for n, entity in enumerate(entities)
        for appearance in entity.appearances
    }
    return Entities(entities, numbers)


def _entity(n: int, appearances: Sequence[Appearance]) -> Entity:
    texts = [appearance.name.text for appearance in appearances]
    return Entity(
        id=f"n{n}",
        canonical=max(texts, key=len),
        kind=_commonest(Counter(appearance.name.kind for appearance in appearances)),
        forms=tuple(dict.fromkeys(texts)),
        appearances=tuple(appearances),
    )


def _commonest(votes: Mapping[NameKind, int]) -> NameKind:
    """Return the kind with most votes; ties go to the one that `NameKind` lists first."""
    order = list(NameKind)
    return min(votes, key=lambda kind: (-votes[kind], order.index(kind)))
