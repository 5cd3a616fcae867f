"""Substitutes: what the model would believe in the place of words of a sentence that is denied."""

from collections.abc import Sequence

import pytest

from auditor.evidence.readings import with_readings
from auditor.evidence.substitutes import denials
from auditor.model.evidence import Substitute
from auditor.model.reading import Reading
from auditor.model.words import Category
from tests.case import case, text

DENIED, BELIEVED = Reading(0.1, 0.8, 0.1), Reading(0.9, 0.05, 0.05)


class Believing:
    """A reader that believes one sentence and any other as told; it keeps what it read."""

    digest = "sha256:0"

    def __init__(self, believed: str, other: Reading = DENIED) -> None:
        self.believed, self.other = believed, other
        self.sentences: list[str] = []

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        self.sentences += [sentence for _, sentence in pairs]
        return tuple(BELIEVED if sentence == self.believed else self.other for _, sentence in pairs)


def substitute(article: str, reference: str, believed: str) -> Substitute | None:
    """Return the substitute in the article's one sentence where a sentence is believed."""
    (link,) = with_readings(case(article, reference), Believing(believed)).links
    return link.substitute


def tried(article: str, reference: str) -> list[str]:
    """Return every sentence that is read beside the article's one, its verbs denied left out."""
    reader = Believing("")
    with_readings(case(article, reference), reader)
    read = [one for one in dict.fromkeys(reader.sentences) if " not " not in one]
    return [one for one in read if one != article]


TRUCE = "Ruth Alder brokered the truce of 2023. Peter Marsh had given up in 2021."


@pytest.mark.parametrize(
    ("article", "reference", "believed", "category", "words", "expected"),
    [
        (
            "Peter Marsh brokered the truce.",
            TRUCE,
            "Ruth Alder brokered the truce.",
            Category.NAME,
            "Peter Marsh",
            "Ruth Alder",
        ),
        (
            "Peter Marsh gave up in 2023.",
            TRUCE,
            "Peter Marsh gave up in 2021.",
            Category.DATE,
            "2023",
            "2021",
        ),
        (
            "The fog that kept him away lay over Tallinn.",
            "Fog in Zurich kept him away. His sister came from Tallinn.",
            "The fog that kept him away lay over Zurich.",
            Category.PLACE,
            "Tallinn",
            "Zurich",
        ),
        (
            "Closing the libraries saves £1.2 million.",
            "Closing the libraries saves £410,000. The roof will cost £1.2 million.",
            "Closing the libraries saves £410,000.",
            Category.NUMBER,
            "£1.2 million",
            "£410,000",
        ),
        (
            "Both councillors have been charged.",
            "Neither of the councillors has been charged.",
            "Both councillors have not been charged.",
            Category.NEGATION,
            "have been charged",
            "have not been charged",
        ),
    ],
)
def test_what_is_believed_in_the_place_of_wrong_words_is_told_with_its_passage(
    article, reference, believed, category, words, expected
):
    one = substitute(article, reference, believed)
    assert one
    assert (one.category, article[one.start : one.end], one.expected) == (category, words, expected)
    assert (one.before, one.after) == (0.1, 0.9)
    assert one.passage.text in reference


LATE = "The match began late because one goal was frozen. The roof leaks because of its age."


@pytest.mark.parametrize(
    ("article", "read"),
    [
        ("The match began late.", []),
        ("The match began late because a goal had frozen.", ["of its age"]),
        ("The match began late owing to traffic.", ["one goal was frozen", "of its age"]),
        ("Kovac said: “We were late because of traffic.”", []),
    ],
)
def test_a_reason_is_read_with_each_of_the_passage_that_shares_no_word_with_it(article, read):
    ends = (one.partition("because ")[2].strip(".”") for one in tried(article, LATE))
    assert [words for words in ends if words] == read


def test_a_reason_is_replaced_where_nothing_denies_the_sentence():
    reader = Believing("Because one goal was frozen the match began late.", Reading(0.4, 0.2, 0.4))
    (link,) = with_readings(case("Owing to traffic the match began late.", LATE), reader).links
    one = link.substitute
    assert one
    assert (one.category, one.expected) == (Category.EVENT, "Because one goal was frozen")


def test_a_sentence_that_is_believed_is_read_once():
    reader = Believing("Peter Marsh gave up in 2021.")
    (link,) = with_readings(case("Peter Marsh gave up in 2021.", TRUCE), reader).links
    assert link.substitute is None
    assert reader.sentences == ["Peter Marsh gave up in 2021."]


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        ("Marsh gave up.", "Peter Marsh gave up. His brother John Marsh did too."),
        ("Fog lay over Germany.", "Fog lay over Berlin."),
        ("Fog lay over Toyko.", "Fog lay over Tokyo."),
        ("QPR won the cup.", "Queens Park Rangers won the cup."),
        ("The roof cost some 1,200 pounds.", "The roof cost £1,205."),
        ("The chapel was closed in May 2021.", "The chapel was closed on 3 May 2021."),
        ("Nobody saw the gale.", "Nobody saw the gale."),
    ],
)
def test_what_may_mean_the_same_is_no_substitute(article, reference):
    assert tried(article, reference) == []


def test_no_more_are_read_than_there_is_time_for():
    many = " ".join(f"Flood {n} hit the town in {1900 + n}." for n in range(30))
    reader = Believing("")
    with_readings(case("The flood hit the town in 1850.", many), reader)
    assert len(reader.sentences) < 30


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("She was found guilty.", [("was found", "was not found")]),
        ("She will certainly resign.", [("will certainly resign", "will not certainly resign")]),
        ("The lorry was red.", [("was", "was not")]),
        ("Kline took the money.", [("took", "did not take")]),
        ("Kline takes the money.", [("takes", "does not take")]),
        ("They did not take the money.", []),
        ("It wasn't terrorism.", []),
        ("She said they knew.", [("said", "did not say"), ("knew", "did not know")]),
        ("Seven dead in Leith.", []),
    ],
)
def test_each_finite_verb_is_denied_that_nothing_denies(sentence, denied):
    (one,) = text("article", sentence).sentences
    assert [(sentence[d.start : d.end], d.words) for d in denials(one)] == denied


@pytest.mark.parametrize(
    ("article", "reference", "is_denied"),
    [
        ("The state spent 500 million rupees.", "The state spent Rs 50 crore.", False),
        ("The state spent 500 million rupees.", "The state never spent Rs 50 crore.", True),
        ("The state paid 500 million rupees.", "The state spent Rs 50 crore.", True),
        ("Alder said: “We saw no fire.”", "Alder held that they had not seen it.", True),
        ("“We saw a fire,” Alder said.", "Alder said it. They had not seen a fire.", True),
    ],
)
def test_a_verb_is_denied_unless_the_excerpt_has_it_and_denies_nothing(
    article, reference, is_denied
):
    reader = Believing("")
    with_readings(case(article, reference), reader)
    assert any(" not " in sentence for sentence in reader.sentences) is is_denied
    assert "We did not see" not in "".join(reader.sentences)
