"""What is told as done, or as not done, by the article alone."""

import pytest

from auditor.checks.certainty.check import check
from auditor.checks.certainty.modes import Mode, mode
from auditor.knowledge.rules import load_rules, rules_of
from auditor.load import document_from_text
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Verdict
from auditor.text.segment import segment
from tests.case import case

RULES = rules_of(load_rules(), "certainty")


def marked(article: str, *references: str) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in check(case(article, *references), RULES)]


def test_a_finding_shows_both_ways_of_telling_it():
    reference = "The minister offered to resign, her office said on Friday."
    (found,) = check(case("The minister resigned, her office said on Friday.", reference), RULES)
    assert isinstance(found, Finding)
    assert (found.rule, found.category, found.severity, found.implies, found.message) == (
        "certainty-open",
        Category.CERTAINTY,
        Severity.WARNING,
        Verdict.CONTRADICTED,
        "“resigned” says more than the reference, which has “offered to resign”",
    )
    assert [passage.text for passage in found.evidence] == [reference]


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        ("Anna Lind has offered to resign.", "Anna Lind offered to resign on Friday."),
        ("Anna Lind will sign the treaty.", "Anna Lind plans to sign the treaty on Friday."),
        ("Anna Lind will sign the treaty.", "Anna Lind is expected to sign the treaty."),
        ("Anna Lind will sign the treaty.", "Anna Lind is due to sign the treaty on Friday."),
        ("Anna Lind will sign the treaty.", "Anna Lind said that she would sign the treaty."),
        ("Anna Lind will sign the treaty.", "Anna Lind will sign the treaty if Bonn agrees."),
        ("Anna Lind may sign the treaty.", "Anna Lind wants to sign the treaty."),
        ("Anna Lind signs the treaty on Friday.", "Anna Lind will sign the treaty on Friday."),
        ("A treaty is being signed in Bonn.", "A treaty will be signed in Bonn on Friday."),
        ("Anna Lind signed the treaty.", "Anna Lind went to Bonn to sign the treaty."),
        ("Anna Lind signed the treaty.", "The treaty that Anna Lind signed may be kept."),
        ("It is possible that Anna Lind will sign the treaty.", "Anna Lind may sign the treaty."),
        ("Anna Lind is accused of stealing a car.", "Anna Lind may have stolen a car."),
        ("The lottery will pay a prize on 1 May.", "The lottery will pay no prize before 1 May."),
        ("Anna Lind rode the race.", "Anna Lind will ride the race. She rode it in tears."),
        ("Mary Poole signed the treaty.", "Anna Lind may sign the treaty."),
        ("Anna Lind closed the bakery.", "Anna Lind plans to close the shop."),
        ("Anna Lind said that she had lost the car.", "Anna Lind claimed that she lost the car."),
        ("Anna Lind had to sell the car.", "Anna Lind sold the car."),
        ("Anna Lind not only signed the treaty.", "Anna Lind signed the treaty on Friday."),
        ("Anna Lind did nothing but sign the treaty.", "Anna Lind signed the treaty."),
        ("Anna Lind has not scored since May in the cup.", "Anna Lind last scored in the cup."),
        ("Anna Lind signed the treaty.", "Mary Poole did not sign the treaty."),
        ("“I signed the treaty,” Anna Lind said.", "Anna Lind did not sign the treaty."),
        ("Anna Lind signed the treaty.", "Anna Lind did not sign. She signed the treaty later."),
        ("Did Anna Lind sign the treaty?", "Anna Lind did not sign the treaty."),
        ("Migrants are deported if they stay.", "Migrants would be deported if they stay."),
        ("The law is aimed at protecting players.", "The law sought to protect young players."),
        (
            "The driver, Mehmet Kaya, slid in.",
            "The driver, Mehmet Kaya, climbed out through a door.",
        ),
    ],
)
def test_what_may_be_the_same_is_left_alone(article: str, reference: str) -> None:
    assert marked(article, reference) == []


@pytest.mark.parametrize(
    ("article", "reference", "rule", "words"),
    [
        (
            "The drug reduces the risk of stroke.",
            "The drug may reduce the risk of stroke, a small study suggests.",
            "certainty-open",
            "reduces",
        ),
        (
            "The centre reopened on Sunday.",
            "The centre was expected to reopen on Sunday.",
            "certainty-open",
            "reopened",
        ),
        (
            "The board approved the merger.",
            "The board refused to approve the merger.",
            "certainty-denied",
            "approved",
        ),
        (
            "Anna Lind signed the treaty.",
            "Anna Lind will sign the treaty on Friday.",
            "certainty-open",
            "signed",
        ),
        (
            "Anna Lind will sign the treaty.",
            "Anna Lind may sign the treaty on Friday.",
            "certainty-open",
            "will sign",
        ),
        (
            "Aurora Rail will run a night train from Aarhus to Verona.",
            "A private company wants to run a night train from Aarhus to Verona.",
            "certainty-open",
            "will run",
        ),
        (
            "Parliament has banned the sale of lead sinkers.",
            "The House passed a bill that would ban the sale of lead sinkers.",
            "certainty-open",
            "has banned",
        ),
        (
            "The group Grey Otter has copied the records of patients.",
            "The group Grey Otter claims to have copied the records of patients.",
            "certainty-open",
            "has copied",
        ),
        (
            "Vietnam will restrict rice exports this year.",
            "Vietnam will not restrict rice exports this year, a minister said.",
            "certainty-denied",
            "will restrict",
        ),
        (
            "Officials say that no cars were buried in the collapse.",
            "State media said that several cars were buried in the collapse.",
            "certainty-negated",
            "were buried",
        ),
        (
            "The mill still buys cotton from the gin.",
            "The mill no longer buys cotton from the gin.",
            "certainty-denied",
            "buys",
        ),
        (
            "The regulator found evidence that the oil was mixed with dye.",
            "The regulator found no evidence that the oil was mixed with dye. It found mould.",
            "certainty-denied",
            "found",
        ),
        (
            "Anna Lind did not sign the treaty.",
            "Anna Lind signed the treaty on Friday.",
            "certainty-negated",
            "did not sign",
        ),
    ],
)
def test_the_certainty_of_a_deed_is_compared(
    article: str, reference: str, rule: str, words: str
) -> None:
    assert marked(article, reference) == [(rule, words)]


@pytest.mark.parametrize(
    ("sentence", "verb", "told"),
    [
        ("Anna signed it.", "signed", Mode.DONE),
        ("Anna had signed it and left.", "left", Mode.DONE),
        ("Anna did not sign it or read it.", "read", Mode.DENIED),
        ("Anna never signed it.", "signed", Mode.DENIED),
        ("No charges were brought.", "brought", Mode.DENIED),
        ("Anna may sign it.", "sign", Mode.OPEN),
        ("Anna allegedly signed it.", "signed", Mode.OPEN),
        ("She hopes to sign it.", "sign", Mode.OPEN),
        ("Anna failed to sign it.", "sign", Mode.DENIED),
        ("Anna will sign it.", "sign", Mode.TO_COME),
        ("Anna asked whether Mary signed it.", "signed", Mode.FORESEEN),
        ("Anna left without signing it.", "signing", Mode.DENIED),
        ("Anna believes that Mary signed it.", "signed", Mode.DONE),
        ("The minister announced his resignation on Monday.", "resignation", Mode.DONE),
        ("The resignation of the minister shocked the party.", "resignation", Mode.DONE),
        ("She welcomed the approval of the drug.", "approval", Mode.DONE),
        ("The court upheld his conviction for fraud.", "conviction", Mode.DONE),
        ("Police asked why the arrest was made.", "arrest", Mode.DONE),
        ("He asked for a pardon after his conviction.", "conviction", Mode.DONE),
        ("He wants to appeal against his conviction.", "conviction", Mode.DONE),
        ("He is considering an appeal against his conviction.", "conviction", Mode.DONE),
        ("The union demanded talks over the closure of the plant.", "closure", Mode.DONE),
        ("They want compensation for the closure.", "closure", Mode.DONE),
        ("The company sought damages after the sale.", "sale", Mode.DONE),
        ("She considered the sale a mistake.", "sale", Mode.DONE),
        ("He opened the museum and plans to close the school.", "opened", Mode.DONE),
        ("The bank lowered its rate, as was expected.", "lowered", Mode.DONE),
        ("He is thought to have died in 1990.", "died", Mode.OPEN),
        ("The bank says that it has cut its rate.", "cut", Mode.DONE),
        ("He recommended the drug that was approved in May.", "approved", Mode.DONE),
        ("The council heard that the plan was approved.", "approved", Mode.DONE),
        ("He was released after asking for a lawyer.", "released", Mode.DONE),
        ("He apologised for closing the school.", "closing", Mode.DONE),
        ("He was arrested for threatening to kill the judge.", "arrested", Mode.DONE),
        ("The minister is considering his resignation.", "resignation", Mode.OPEN),
        ("Prosecutors asked for the conviction of the mayor.", "conviction", Mode.OPEN),
        ("The company plans to file for approval in Europe.", "approval", Mode.OPEN),
        ("The pact still awaits approval by parliament.", "approval", Mode.OPEN),
        ("He faces extradition to Belgium.", "extradition", Mode.OPEN),
        ("The opposition called for the resignation of the minister.", "resignation", Mode.OPEN),
        ("The council will vote on the closure of the school.", "closure", Mode.OPEN),
        ("The court will hear the appeal.", "hear", Mode.TO_COME),
        ("The plan could lead to the closure of the school.", "closure", Mode.OPEN),
        ("Nothing came of a proposal for the closure of the school.", "closure", Mode.OPEN),
        ("The threat of closure hangs over the school.", "closure", Mode.OPEN),
        ("The champion is thinking of giving up tennis.", "giving", Mode.OPEN),
        ("The firm is considering closing its bakery.", "closing", Mode.OPEN),
        ("The minister proposed closing two schools.", "closing", Mode.OPEN),
        ("The panel recommended closing two schools.", "closing", Mode.OPEN),
        ("The prospect of losing the seat worries her.", "losing", Mode.OPEN),
        ("There is talk of closing the school.", "closing", Mode.OPEN),
        ("The committee voted to recommend that the mayor be impeached.", "impeached", Mode.OPEN),
        ("She demanded that he resign.", "resign", Mode.OPEN),
        ("The group claims to have copied the records.", "copied", Mode.OPEN),
        ("The group is believed to have copied the records.", "copied", Mode.OPEN),
        ("The museum appears to have sold the painting.", "sold", Mode.OPEN),
        ("The footbridge is due to open on November 14.", "open", Mode.FORESEEN),
        ("The footbridge, 90 metres long, is due to open on November 14.", "open", Mode.FORESEEN),
        ("The deal is likely to be signed in May.", "signed", Mode.FORESEEN),
        ("A deal has yet to be signed.", "signed", Mode.FORESEEN),
        ("Novi Sad is favourite to host the games.", "host", Mode.OPEN),
        ("The company wants to run a night train.", "run", Mode.OPEN),
        ("The firm plans to close its bakery and move the work to Wrexham.", "move", Mode.FORESEEN),
        ("The firm hopes to raise money by selling the unit.", "selling", Mode.OPEN),
        ("It is unclear whether the deal was signed.", "signed", Mode.FORESEEN),
        ("The deal must be signed by both.", "signed", Mode.FORESEEN),
        ("Officials fear that the dam has burst.", "burst", Mode.OPEN),
        ("Police suspect that the mayor took the money.", "took", Mode.OPEN),
        ("It is feared that the ferry has sunk.", "sunk", Mode.OPEN),
        ("The ferry is feared to have sunk.", "sunk", Mode.OPEN),
        ("The tanker could spill its cargo.", "spill", Mode.OPEN),
        ("They will marry in September.", "marry", Mode.TO_COME),
        ("The leopard may be pregnant.", "pregnant", Mode.OPEN),
        ("She had never before tried it.", "tried", Mode.DENIED),
        ("His wife could not play and disliked the sound.", "disliked", Mode.DONE),
        (
            "Crows had brought the virus, the group found; the ministry had suspected a lorry.",
            "brought",
            Mode.DONE,
        ),
        ("That he led the attack has not been proved.", "led", Mode.OPEN),
        ("That he led the attack was proved.", "led", Mode.DONE),
        ("They did not sign it or read it.", "read", Mode.DENIED),
        ("He keeps the car until an inquiry is over.", "keeps", Mode.DONE),
        ("He was deported because he stayed.", "deported", Mode.DONE),
        ("The charge that he stole the car was dropped.", "stole", Mode.FORESEEN),
        ("The report said that he stole the car.", "stole", Mode.DONE),
        ("The union claims that most fitters took part.", "took", Mode.OPEN),
        ("Trials of the drug began in May.", "Trials", Mode.DONE),
        ("Rupali no longer buys cotton.", "buys", Mode.DENIED),
        ("Not long before he left, she sang.", "left", Mode.DONE),
        ("He was sacked not long after.", "sacked", Mode.DONE),
        ("Apple has reportedly fixed the bug.", "fixed", Mode.OPEN),
        ("They hope to reach Bonn so their babies will be born there.", "born", Mode.AIMED),
        ("He would spend 100 days on it.", "spend", Mode.AIMED),
        ("The law would ban lead.", "ban", Mode.FORESEEN),
        ("He had to put the weight back.", "put", Mode.DONE),
        ("She has to resign.", "resign", Mode.FORESEEN),
        ("She had yet to sign it.", "sign", Mode.FORESEEN),
    ],
)
def test_how_a_deed_is_told(sentence: str, verb: str, told: Mode) -> None:
    (parsed,) = segment(document_from_text("r1", "r1", sentence)).sentences
    words = [token.text for token in parsed.tokens]
    assert mode(parsed.tokens, words.index(verb)) == told
