"""What cannot be read for its meaning is a problem; English is never taken for another language."""

import pytest

from auditor import Auditor
from auditor.load import document_from_text
from auditor.text.segment import segment
from auditor.text.unread import unread
from auditor.text.written_in import foreign_language

QUESTIONS = "Who lit the fire? Will the harbour be open again soon?"
FIRE = "A fire killed two people in the harbour on Tuesday, police said."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FIRE, None),
        ("Jonas Brandt met Maria Keller in Zürich.", None),
        ("Volta seized", None),
        ("12 13 14", None),
        ("“Wir schaffen das,” Angela Merkel told reporters on Monday.", None),
        ("Kinder der Landstrasse was the name of the programme, Pro Juventute said.", None),
        ("Ein Feuer hat am Montag zwölf Menschen getötet. Die Polizei sucht Zeugen.", "German"),
        ("Le feu a tué douze personnes lundi à Lyon.", "French"),
        ("Un incendio mató a doce personas en Sevilla el lunes.", "Spanish"),
        ("De brand in Utrecht doodde maandag twaalf mensen, zei de politie.", "Dutch"),
        ("Пожар в гавани унёс жизни двенадцати человек, сообщила полиция.", "Russian"),
        ("港口大火造成十二人死亡，警方周一表示，正在寻找目击者。", "Chinese"),
    ],
)
def test_a_language_is_named_where_it_is_surely_not_english(text, language):
    assert foreign_language(document_from_text("article", "a.txt", text)) == language


@pytest.mark.parametrize(
    ("name", "text", "reasons"),
    [
        ("article", FIRE, ()),
        ("r1", FIRE, ()),
        ("article", f"{FIRE} Who lit it?", ()),
        (
            "article",
            "Who lit the fire? Will the harbour be open again soon?",
            (),
        ),
        ("r1", "Who lit the fire? Will the harbour be open again soon?", ()),
        ("r1", "Read more\n\nRelated", ("no sentence of a report",)),
        ("r1", "Ein Feuer tötete zwei Menschen, sagte die Polizei.", ("is written in German",)),
    ],
)
def test_what_was_not_read_is_said_with_its_document(name, text, reasons):
    problems = tuple(unread(segment(document_from_text(name, f"{name}.txt", text))))
    assert len(problems) == len(reasons)
    for problem, reason in zip(problems, reasons, strict=True):
        assert (problem.stage, problem.where) == ("read", f"{name}.txt")
        assert reason in problem.reason


@pytest.mark.parametrize(
    ("article", "problems"),
    [
        (FIRE, 0),
        (f"{QUESTIONS} {FIRE}", 0),
        (QUESTIONS, 1),
        ("It could take years. Will it?", 1),
        ("“It was hell,” said Mayor Anna Lind.", 0),
    ],
)
def test_an_article_that_says_nothing_checkable_is_never_clean(article, problems):
    report = Auditor(model=False).audit_text(article, {"r.txt": FIRE})
    told = [problem for problem in report.audit.problems if "no sentence that" in problem.reason]
    assert len(told) == len(report.audit.problems) == problems
