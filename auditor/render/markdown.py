"""The report as Markdown for a comment on a pull request, its details folded."""

import re
from collections.abc import Iterator, Mapping, Sequence

from auditor.model.audit import Audit, Judged
from auditor.model.listed import Listed
from auditor.model.locator import located
from auditor.model.text import Text
from auditor.model.words import Severity
from auditor.render import labels
from auditor.render.headline import headline
from auditor.render.marks import pieces
from auditor.render.rubric import RUBRICS, Rubric, rubric
from auditor.render.safe import line

LIMIT = 60_000
"""Characters after which sentences are left out: GitHub refuses comments of more than 65,536."""

EMOJI = {
    Rubric.CONTRADICTED: "❌",
    Rubric.UNSUPPORTED: "❓",
    Rubric.PARTIAL: "🟠",
    Rubric.CHECK: "⚠️",
    Rubric.NOTED: "💬",
    Rubric.WEAK: "⚪",
    Rubric.SUPPORTED: "✅",
    Rubric.NOT_CHECKABLE: "➖",
}
"""A rubric in one character, coloured by GitHub."""

_SPECIAL = re.compile(r"[\\`*_\[\]#~<>&$]|^[-+/]|(?<=\d)[.)](?=\s|$)")
"""What GitHub reads as markup, and some of its bots as a command."""

_LIVE = re.compile(
    r"(?i)(?=://)"  # an address with its scheme
    r"|(?<=www)(?=\.)"  # one without
    r"|(?<=@)(?=\w)"  # a mention, an e-mail address, a commit of somebody
    r"|(?<=\#)(?=\w)"  # an issue, here or of another repository
    r"|(?<=\bGH-)(?=\d)"  # an issue as well
    r"|(?<=:)(?=[\w+-]+(?::|$))"  # an emoji, whose second colon may be ours
    r"|[0-9a-f]{6}(?=[0-9a-f])"  # a commit: seven hexadecimal digits or more
)
"""After what GitHub would see a link, a mention or a reference: it is cut there
(docs.github.com, Autolinked references and URLs; Basic writing and formatting syntax)."""

_CUT = "\0"
"""No character of `line`, so that it can stand for a cut until the text is escaped."""


def to_markdown(audit: Audit) -> str:
    """Return the report as GitHub Markdown of at most `LIMIT` characters and a few lines.

    Text of the article and references can form no markup, mention, reference or link.
    """
    findings = audit.findings
    texts = {text.document.id: text for text in audit.references}
    parts = [*_top(audit), *_problems(audit)]
    parts += [_general(item, texts) for item in findings if item.sentence is None]
    length, left_out = sum(map(len, parts)), 0
    for judged in audit.sentences:
        own = [item for item in findings if item.sentence is judged.sentence]
        if not own:
            continue
        part = _sentence(judged, own, texts)
        if length + len(part) > LIMIT:
            left_out += 1
            continue
        length += len(part)
        parts.append(part)
    if left_out:
        more = labels.counted(left_out, "more sentence")
        parts.append(f"{more} with findings left out for length: see the HTML report.\n")
    return "\n".join([*parts, f"<sub>{_escaped(labels.promise(audit))}</sub>", ""])


def _top(audit: Audit) -> Iterator[str]:
    document = audit.article.document
    over = [rubric(judged) for judged in audit.sentences]
    yield f"### {_escaped(str(headline(audit)))}\n"
    yield " · ".join(_escaped(name) for name in (document.title, document.path) if name) + "\n"
    names = [f"{EMOJI[one]} {label}" for one, label in RUBRICS.items() if one in over]
    counts = [str(over.count(one)) for one in RUBRICS if one in over]
    yield "\n".join(
        (f"| {' | '.join(names)} |", "|" + " --: |" * len(names), f"| {' | '.join(counts)} |\n")
    )


def _problems(audit: Audit) -> Iterator[str]:
    if audit.problems:
        yield "**Not checked**\n"
        for problem in audit.problems:
            yield f"- {_escaped(problem.where)}: {_escaped(problem.reason)}"
        yield ""


def _general(item: Listed, texts: Mapping[str, Text]) -> str:
    return "\n".join(_finding(item, texts)) + "\n"


def _sentence(judged: Judged, own: Sequence[Listed], texts: Mapping[str, Text]) -> str:
    sentence, over = judged.sentence, rubric(judged)
    marks = [(item.finding.start, item.finding.end, "") for item in own]
    first = next((item for item in own if item.is_open), own[0])
    words = "".join(
        _strong(piece.text) if piece.tags else _escaped(piece.text, trim=False)
        for piece in pieces(sentence.text, sentence.start, marks)
    )
    summary = (
        f"<details><summary>{EMOJI[over]} <b>{RUBRICS[over]}</b>, "
        f"{_counts(own)}: {_escaped(_cut(first.finding.text or sentence.text))}</summary>"
    )
    lines = [summary, "", f"> {words}", ""]
    for item in own:
        lines += _finding(item, texts)
    return "\n".join([*lines, "", "</details>", ""])


def _counts(own: Sequence[Listed]) -> str:
    severities = [item.finding.severity for item in own if item.is_open]
    waived = sum(item.waiver is not None for item in own)
    known = len(own) - len(severities) - waived
    errors = severities.count(Severity.ERROR)
    noun = "other finding" if errors else "finding"
    counts = (
        (errors, labels.counted(errors, "error")),
        (len(severities) - errors, labels.counted(len(severities) - errors, noun)),
        (waived, f"{waived} waived"),
        (known, f"{known} known"),
    )
    return ", ".join(words for number, words in counts if number)


def _strong(text: str) -> str:
    words = _escaped(text)
    return f"<b>{words}</b>" if words else " "


def _finding(item: Listed, texts: Mapping[str, Text]) -> Iterator[str]:
    finding = item.finding
    severity = labels.severity(finding, item.waiver, item.known)
    kind = f"{severity}, {labels.CATEGORIES[finding.category].lower()}"
    yield f"- **{kind}** (`{finding.rule}`): {_escaped(finding.message)}"
    if not item.is_open:
        yield f"  - {_escaped(_cut(labels.standing(item), 400))}"
    if finding.expected:
        said = labels.EXPECTED_LABELS.get(finding.category, labels.REFERENCES_SAY)
        yield f"  - {said}: <b>{_escaped(finding.expected)}</b>"
    for evidence in finding.evidence[:1]:
        document = texts[evidence.reference].document
        told = (labels.day(document.published), located(document.locators, evidence.start))
        source = ", ".join(filter(None, (_escaped(document.title or document.path), *told)))
        yield f"  - {source}: “{_escaped(_cut(evidence.text, 400))}”"


def _cut(text: str, length: int = 90) -> str:
    return text if len(text) <= length else f"{text[:length].rpartition(' ')[0] or text[:length]}…"


def _escaped(text: str, *, trim: bool = True) -> str:
    """Return `text` on one line as text alone: no markup, no HTML, no ping, no link.

    An empty comment between ``@`` and a name shows nothing and keeps GitHub from pinging people:
    it looks at each text between two tags or comments by itself.
    """
    words = line(text)
    if not trim:
        words = text[:1].isspace() * " " + words + text[-1:].isspace() * " " if words else " "
    parts = (_SPECIAL.sub(_entity, part) for part in _LIVE.sub(rf"\g<0>{_CUT}", words).split(_CUT))
    return "<!-- -->".join(parts)


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"
