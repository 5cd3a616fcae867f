"""Walks in the tree that the parser makes of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language import tree
from auditor.load import document_from_text
from auditor.model.text import Sentence, Token
from auditor.text.segment import segment
from tests.spans import Words


def parsed(words: str) -> Sentence:
    (sentence,) = segment(document_from_text("r1", "r1.txt", words)).sentences
    return sentence


def span(sentence: Sentence, words: str) -> Words:
    start = sentence.text.index(words)
    return Words(start, start + len(words))


def texts(sentence: Sentence, places: object) -> list[str]:
    return [sentence.tokens[n].text for n in places]  # type: ignore[attr-defined]


def place(sentence: Sentence, word: str) -> int:
    return [token.text for token in sentence.tokens].index(word)


@pytest.mark.parametrize(
    ("words", "sought", "label", "preposition", "head"),
    [
        ("Anna Lund sold the mill.", "Anna Lund", "nsubj", "", "sold"),
        ("The mill was sold by Anna Lund.", "Anna Lund", "pobj", "by", "sold"),
        ("The fire in Leeds killed two people.", "Leeds", "pobj", "in", "fire"),
        ("The fire in Leeds killed two people.", "two people", "dobj", "", "killed"),
        ("The company’s owner resigned.", "The company", "poss", "", "owner"),
        ("She resigned.", "resigned", "ROOT", "", "resigned"),
    ],
)
def test_words_hang_by_a_label_and_a_preposition_on_a_head(words, sought, label, preposition, head):
    sentence = parsed(words)
    hung = tree.hangs_on(sentence, span(sentence, sought))
    assert hung is not None
    assert (hung.label, hung.preposition) == (label, preposition)
    assert sentence.tokens[hung.head].text == head


def test_a_span_without_words_hangs_on_nothing():
    assert tree.hangs_on(parsed("She resigned."), Words(3, 4)) is None


@pytest.mark.parametrize(
    ("word", "up", "verb"),
    [
        ("Leeds", ["Leeds", "in", "fire", "killed"], "killed"),
        ("two", ["two", "people", "killed"], "killed"),
        ("killed", ["killed"], "killed"),
    ],
)
def test_from_a_word_the_way_leads_up_to_the_root(word, up, verb):
    sentence = parsed("The fire in Leeds killed two people.")
    at = place(sentence, word)
    assert texts(sentence, tree.climb(sentence.tokens, at)) == up
    assert texts(sentence, tree.above(sentence.tokens, at)) == up[1:]
    assert texts(sentence, [tree.verb_above(sentence.tokens, at)]) == [verb]


def test_a_sentence_without_a_verb_has_none_above_its_words():
    sentence = parsed("Fire in Leeds")
    assert tree.verb_above(sentence.tokens, place(sentence, "Leeds")) is None


def test_below_a_word_hangs_its_whole_phrase():
    sentence = parsed("The fire in Leeds killed two people.")
    assert texts(sentence, tree.below(sentence.tokens, place(sentence, "fire"))) == [
        "The", "fire", "in", "Leeds",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "first", "found"),
    [
        ("Anna, Bo and Carl left.", "Anna", ["Anna", "Bo", "Carl"]),
        ("Anna left.", "Anna", ["Anna"]),
    ],
)
def test_conjuncts_are_joined_each_to_the_one_before(words, first, found):
    sentence = parsed(words)
    assert texts(sentence, tree.conjuncts(sentence.tokens, place(sentence, first))) == found


def test_along_with_joins_like_and():
    sentence = parsed("The strike killed Anna along with Bo.")
    killed = place(sentence, "killed")
    assert texts(sentence, tree.joined(sentence.tokens, killed)) == ["killed", "Bo"]


def test_objects_come_with_their_prepositions():
    sentence = parsed("She drove from Leeds to York.")
    found = tree.objects(sentence.tokens, place(sentence, "drove"))
    assert [(by, sentence.tokens[n].text) for by, n in found] == [("from", "Leeds"), ("to", "York")]


@st.composite
def trees(draw: st.DrawFn) -> tuple[Token, ...]:
    """Draw a tree: each token hangs on one drawn before it, in any order of the text."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]}
    for n in range(1, size):
        heads[order[n]] = order[draw(st.integers(0, n - 1))]
    dep = draw(st.sampled_from(("conj", "prep", "pobj")))
    return tuple(
        Token(2 * n, 2 * n + 1, "a", "a", "NOUN", "NN", dep, heads[n], "", False)
        for n in range(size)
    )


@given(trees())
def test_below_the_root_hangs_everything_and_every_way_up_ends_there(tokens):
    (root,) = (n for n, token in enumerate(tokens) if token.head == n)
    assert tree.below(tokens, root) == tuple(range(len(tokens)))
    assert all([*tree.climb(tokens, n)][-1] == root for n in range(len(tokens)))
    assert tree.root_of(tokens, range(len(tokens))) == root


@given(trees(), st.data())
def test_what_hangs_below_a_token_has_it_above(tokens, data):
    n = data.draw(st.integers(0, len(tokens) - 1))
    for one in tree.below(tokens, n):
        assert one == n or n in tree.above(tokens, one)


@given(st.lists(st.integers(0, 11), min_size=12, max_size=12), st.integers(0, 11))
def test_what_hangs_below_a_token_is_what_climbs_to_it(heads: list[int], root: int) -> None:
    tokens = [
        Token(n, n + 1, "a", "a", "NOUN", "NN", "dep", min(head, n), "", opens=False)
        for n, head in enumerate(heads)
    ]
    climbing = tuple(n for n in range(len(tokens)) if root in tree.climb(tokens, n))
    assert tree.below(tokens, root) == climbing
