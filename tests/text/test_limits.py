"""What is left out of a text that is too large to be looked at, and that it says so."""

from datetime import date

import pytest

from auditor import pipeline
from auditor.language.parser import LEAST_COUNTED, parse
from auditor.load import document_from_text
from auditor.model.text import Text, within
from auditor.text.limits import (
    ALWAYS_PARSED,
    DENSEST,
    LONGEST_SENTENCE,
    MOST_PAIRS,
    bounded,
    most_tokens,
)
from auditor.text.segment import segment
from tests.case import text

ORDINARY = "The mayor of Orbury opened the bridge on Friday. It cost 300 pounds.\n"


def cut(words: str) -> Text:
    return segment(document_from_text("article", "article", words))


def test_an_ordinary_text_is_kept_whole_and_says_nothing():
    article, reference = text("article", ORDINARY), text("r1", ORDINARY)
    assert bounded(article, [reference]) == (article, (reference,))
    assert article.left_out == ()


@pytest.mark.parametrize("words", ["Anna and ", "“a” said ", "12 and ", "(a) "])
def test_an_endless_sentence_is_read_in_pieces_that_cover_all_of_it(words: str):
    endless = cut(words * 400)
    assert all(len(sentence.tokens) <= LONGEST_SENTENCE for sentence in endless.sentences)
    assert all(
        0 <= token.head < len(sentence.tokens)
        for sentence in endless.sentences
        for token in sentence.tokens
    )
    told = "".join(sentence.text for sentence in endless.sentences)
    assert told.replace(" ", "") == (words * 400).replace(" ", "")
    assert "longer than" in endless.left_out[0]


def test_a_sentence_of_the_bound_is_no_endless_one():
    assert cut("a " * (LONGEST_SENTENCE - 1) + "b").left_out == ()


def test_the_text_that_passes_the_bound_of_tokens_is_not_parsed_nor_those_behind_it():
    texts = ["It rained.", "It rained and rained.", "It rained."]
    assert len(tuple(parse(texts, [()] * 3, LEAST_COUNTED))) == 1
    assert len(tuple(parse(texts, [()] * 3, 3 * LEAST_COUNTED))) == 3


def test_a_longer_document_is_parsed_to_more_tokens_than_news_of_its_length_has():
    assert most_tokens(0) == ALWAYS_PARSED
    assert most_tokens(1_000_000) == 1_000_000 * DENSEST


def test_an_article_of_too_many_dates_is_cut_behind_a_sentence_and_says_so():
    most = int(MOST_PAIRS["dates"] ** 0.5)
    day = "It rained on 3 May 2021. "
    long = text("article", day * (most + 5), date(2021, 6, 1))
    article, _ = bounded(long, [text("r1", ORDINARY)])
    assert len(article.dates) <= most < len(long.dates)
    assert article.sentences == long.sentences[: len(article.sentences)]
    assert all(within(article.sentences, day) for day in article.dates)
    assert "it has more dates than can be compared" in article.left_out[0]


def test_what_is_left_out_is_a_problem_of_the_audit():
    article = document_from_text("article", "a.txt", "Anna and " * 300)
    reference = document_from_text("r1", "r.txt", ORDINARY)
    audit = pipeline.audit(article, [reference], ())
    (problem,) = audit.problems
    assert (problem.stage, problem.where) == ("bounds", "a.txt")
