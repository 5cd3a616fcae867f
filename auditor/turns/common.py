"""What all articles of a run have in common, and what each has for itself."""

from dataclasses import dataclass
from pathlib import Path

from auditor.opinion.chosen_judge import ChosenJudge
from auditor.settings.chosen_rules import Selection
from auditor.settings.effective import Decided
from auditor.stories.submitted import Submitted
from auditor.write.deliver import Look
from auditor.write.inputs import Inputs
from auditor.write.targets import Target


@dataclass(frozen=True, slots=True)
class Common:
    """What all articles of a run have in common.

    Attributes:
        inputs: everything that the run reads.
        cache: the folder where parses and readings are kept, None for none.
        look: how text is shown on standard output.
        baseline: reports whose findings are known.
        diff: the revision since which only what changed counts, None for everything.
        judge: the language model that is asked for second opinions, None for none.
        lock: the file of its answers, None for `judge.lock` beside each article.
        is_quiet: whether it is not told what is sent.
        ocr: whether tesseract reads pages of a PDF that have no text.
    """

    decided: Decided
    selection: Selection
    inputs: Inputs
    look: Look
    model: bool
    cache: Path | None
    offline: bool
    open_report: bool
    is_verbose: bool
    baseline: tuple[Path, ...]
    diff: str | None
    judge: ChosenJudge | None = None
    lock: Path | None = None
    is_quiet: bool = False
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """An article, and where its reports go."""

    article: Submitted
    places: tuple[Target, ...]
