"""Ask one checker about some texts: ``python ask.py CHECKER < QUESTIONS > ANSWERS``, both JSON.

It is run by a Python that has the checker, and knows nothing of this repository but for ours. No
socket is opened: a checker that wants one fails, and that is its answer.

Questions are articles with their references; an answer is the list of texts that the checker calls
wrong, and whether it lets the whole pass.
"""

import importlib.metadata
import json
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

Checked = tuple[bool, list[str]]
Checker = Callable[[str, list[str]], Checked]

RUNS = 5
"""The first article is checked so often, after once for what is loaded; its median counts."""


def refused(*_: Any, **__: Any) -> Any:
    """Open no connection."""
    raise OSError("it wants the network")


def auditor(model: bool) -> Checker:
    """Return ourselves; a warning does not let an article pass, nor does an error."""
    from auditor import Auditor

    ours = Auditor(model=model)

    def check(article: str, references: list[str]) -> Checked:
        named = {f"{n}.txt": text for n, text in enumerate(references)}
        told = ours.audit_text(article, named).to_dict()
        sentences: Any = told["sentences"]
        wrong = ("contradicted", "unsupported", "partial")
        marked = [one["text"] for one in sentences if one["verdict"] in wrong]
        return not marked, marked

    return check


def corroborate() -> Checker:
    """Return `corroborate`, whose critical findings block."""
    import corroborate as library

    def check(article: str, references: list[str]) -> Checked:
        report = library.check_answer("", references, article)
        return report.ok(), [span for one in report.critical for span in one.spans]

    return check


def grounded() -> Checker:
    """Return `grounded-check` with its default kinds of claim, and sentences."""
    import grounded as library

    kinds = set(library.Kind)

    def check(article: str, references: list[str]) -> Checked:
        sources = [library.Source(Path(f"{n}.txt"), text) for n, text in enumerate(references)]
        result = library.verify(library.extract(article, kinds=kinds), sources)
        failed = [one.claim.text for one in result.findings if one.is_failure]
        return result.passed, failed

    return check


def claimproof() -> Checker:
    """Return `claimproofkit`, which lets pass what has claims that are all supported."""
    import claimproofkit as library

    verifier = library.ClaimVerifier()

    def check(article: str, references: list[str]) -> Checked:
        passages = [
            library.EvidencePassage(id=f"{n}-{m}", source=f"{n}.txt", text=paragraph)
            for n, text in enumerate(references)
            for m, paragraph in enumerate(text.split("\n\n"))
            if paragraph.strip()
        ]
        report = verifier.verify_document(article, passages)
        good = library.APPROVED_STATUSES
        failed = [one.claim.text for one in report.verdicts if one.status not in good]
        return report.is_safe_to_publish, failed

    return check


def director() -> Checker:
    """Return `director-ai` with its native kernel and without a language model."""
    import backfire_kernel  # noqa: F401  # without it another path is taken
    from director_ai.core.scoring.verified_scorer import VerifiedScorer

    scorer = VerifiedScorer()

    def check(article: str, references: list[str]) -> Checked:
        result = scorer.verify(article, "\n".join(references))
        failed = [one.claim for one in result.claims if one.verdict != "supported"]
        return result.approved, failed

    return check


CHECKERS: dict[str, tuple[Callable[[], Checker], str]] = {
    "auditor": (lambda: auditor(model=True), "auditor"),
    "auditor, rules alone": (lambda: auditor(model=False), "auditor"),
    "corroborate": (corroborate, "corroborate"),
    "grounded-check": (grounded, "grounded-check"),
    "claimproofkit": (claimproof, "claimproofkit"),
    "director-ai[rust]": (director, "director-ai"),
}
"""By name: what makes a checker, and the package that tells its version."""


def main() -> None:
    """Answer all questions; the first is timed by itself."""
    socket.socket.connect = refused  # type: ignore[method-assign]  # whoever wants a line gets none
    make, package = CHECKERS[sys.argv[1]]
    questions = json.load(sys.stdin)
    check = make()
    first = questions[0]
    _, marked = check(*first)
    taken = [_timed(check, first) for _ in range(RUNS)]
    began = time.process_time()
    passed = [check(*question)[0] for question in questions[1:]]
    answer = {
        "version": importlib.metadata.version(package) if package != "auditor" else "",
        "seconds": median(taken),
        "marked": marked,
        "passed": passed,
        "all": time.process_time() - began,
    }
    json.dump(answer, sys.stdout)


def _timed(check: Checker, question: tuple[str, list[str]]) -> float:
    began = time.process_time()
    check(*question)
    return time.process_time() - began


if __name__ == "__main__":
    main()
