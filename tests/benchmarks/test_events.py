"""The conflation benchmark: what it says it changed is what it changed."""

from benchmarks.events.articles import article
from benchmarks.events.pairs import Pair

PORTO = (
    "A fire destroyed a shoe factory in Porto on Monday, officials said. It took nine hours to "
    "fight the blaze at the factory in Porto. Fire chief Rui Tavares said on Tuesday that crews "
    "from Braga had helped. The mayor, Ana Pinto, thanked Rui Tavares for his work in Porto. "
    "The owner of the factory employs 40 people in Braga and another 25 people in Porto."
)
GRENOBLE = (
    "A fire gutted a furniture warehouse in Grenoble in 2019. Firefighters from Lyon came to help "
    "on Friday. Mayor Claire Dubois praised them. The owner employed 70 people in Grenoble."
)
HULL = "Derby County beat Hull City on Saturday. Coach Ian Moss praised his team after the match."
PAIR = Pair("test", (PORTO,), (GRENOBLE,))


def test_the_same_pair_gives_the_same_article():
    assert article(PAIR, HULL) == article(PAIR, HULL)


def test_what_is_called_wrong_comes_from_elsewhere_and_the_rest_does_not():
    made = article(PAIR, HULL)
    wrong = {test.what: made.text[slice(*test.wrong)] for test in made.tests if test.what}
    assert wrong
    for what, words in wrong.items():
        source = {"stranger": HULL, "namesake": PORTO, "role": PORTO}.get(what, GRENOBLE)
        assert all(word in source for word in words.split()), what


def test_the_first_sentences_say_what_the_article_is_about():
    assert [test.what for test in article(PAIR, HULL).tests[:2]] == ["", ""]
