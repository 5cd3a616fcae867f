"""``audit judge --evaluate PATH...``: what a language model is worth on labelled texts."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands import new_app
from auditor.errors import AuditError
from auditor.opinion.chosen_judge import Ceiling, Only
from auditor.write.ending import CLEAN, INCOMPLETE
from auditor.write.streams import say, show

if TYPE_CHECKING:
    from auditor.opinion.chosen_judge import ChosenJudge

app = new_app()

JudgeUrl = Annotated[
    str | None,
    typer.Option(
        "--judge",
        metavar="URL",
        help="Ask a language model for a second opinion: a server with the OpenAI chat interface. "
        "Sentences and passages are sent there. Its key is read from AUDITOR_JUDGE_KEY alone.",
    ),
]
JudgeModel = Annotated[
    str | None, typer.Option(metavar="NAME", help="The model, as the judge's server calls it.")
]
JudgeOnly = Annotated[
    Only | None,
    typer.Option(help="Which sentences the judge is asked about.  [default: doubtful]"),
]
JudgeLock = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Where the judge's answers are kept.  [default: judge.lock beside the article]",
    ),
]
JudgeLimit = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Sentences to ask about at most.  [default: 200]"),
]
JudgeTokens = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Tokens to spend at most.  [default: 500000]"),
]
JudgeSeconds = Annotated[
    float | None,
    typer.Option(min=1, metavar="S", help="Seconds to ask for at most.  [default: 900]"),
]

EPILOG = """
PATH is a file of claims (JSON lines, perhaps packed by gzip: premise, hypothesis, label) or the
folder of a bundle (article.txt, refs/, gold.json). Figures stand beside ours, with 90 % intervals.
"""
"""What ``audit judge --help`` ends with."""

Limits = tuple[int | None, int | None, float | None]
"""Sentences, tokens and seconds at most; None for the usual."""


NO_LIMITS: Limits = (None, None, None)
"""What is given where nothing is said of them."""


def chosen(
    url: str | None,
    model: str | None,
    only: Only | None,
    limits: Limits,
    *,
    offline: bool,
    is_kept: bool,
) -> "ChosenJudge | None":
    """Return the language model that the options name, None where they name none.

    Args:
        url: of the server.
        model: its name there.
        only: which sentences it is asked about.
        limits: how far asking may go.
        offline: whether nobody may be asked now.
        is_kept: whether a file of answers is named.

    Raises:
        AuditError: if one option is there without another that it needs.
    """
    if url is None:
        if model is not None or only is not None or is_kept or any(limits):
            raise AuditError("--judge: is missing; name the server that the other options are for")
        return None
    if model is None:
        raise AuditError("--judge-model: is missing; name a model of the server")
    from auditor.opinion.chosen_judge import chosen_judge

    return chosen_judge(url, model, only or Only.DOUBTFUL, offline, _ceiling(limits))


def _ceiling(limits: Limits) -> Ceiling:
    usual = Ceiling()
    sentences, tokens, seconds = limits
    return Ceiling(sentences or usual.sentences, tokens or usual.tokens, seconds or usual.seconds)


@app.command(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def judge(
    paths: Annotated[
        list[Path], typer.Option("--evaluate", metavar="PATH", help="May be repeated.")
    ],
    more: Annotated[list[Path] | None, typer.Argument(metavar="[PATH]...")] = None,
    server: JudgeUrl = None,
    judge_model: JudgeModel = None,
    judge_lock: JudgeLock = None,
    judge_tokens: JudgeTokens = None,
    judge_seconds: JudgeSeconds = None,
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Labelled texts of each PATH, the first ones."),
    ] = None,
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Rules alone, beside the judge.")
    ] = False,
    offline: Annotated[
        bool, typer.Option("--offline", help="Use answers on record alone.")
    ] = False,
) -> Callable[[], int]:
    """Run labelled texts through a language model and print its figures beside ours."""
    every = (sys.maxsize, judge_tokens, judge_seconds) if server else NO_LIMITS
    asked = chosen(
        server,
        judge_model,
        Only.ALL if server else None,
        every,
        offline=offline,
        is_kept=judge_lock is not None,
    )
    if asked is None:
        raise AuditError("--judge: is missing; name the server to evaluate")
    return partial(_evaluate, (*paths, *(more or ())), asked, judge_lock, limit, not no_model)


def _evaluate(
    paths: tuple[Path, ...],
    asked: "ChosenJudge",
    lock: Path | None,
    limit: int | None,
    model: bool,
) -> int:
    from auditor.opinion.beside_ours import evaluated, table
    from auditor.opinion.consultant import Consultant
    from auditor.opinion.development import labelled

    sets = [(path, labelled(path, limit)) for path in paths]
    number = sum(len(text.labels) for _, texts in sets for text in texts)
    if not asked.offline:
        say(
            f"audit: sends up to {number} labelled texts and the passages beside them to "
            f"{asked.model} at {asked.server}"
        )
    consultant = Consultant(asked)
    complete = True
    for path, texts in sets:
        figures = evaluated(texts, consultant, lock, model=model)
        show(table(str(path), figures))
        for reason in figures.problems:
            say(f"audit: {reason}")
        complete = complete and not figures.problems
    return CLEAN if complete else INCOMPLETE
