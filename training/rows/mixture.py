"""Which sets go into the mixture, and how many rows of each label at most."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from training.rows.localise import localise
from training.rows.rows import Label, Row, read_rows
from training.rows.words import words

ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Share:
    """How many supported and other rows of a set to take at most, and how many made by programs."""

    name: str
    support: int = ALL
    other: int = ALL
    unchecked: int = ALL


CORE = (
    Share("defacto"),
    Share("fib_xsum", other=1500, unchecked=300),
    Share("fib_cnndm", support=900, unchecked=150),
    Share("factor_news", support=345, other=1100),
    Share("summedits_other"),
    Share("wice_claims"),
    Share("wice_partial_subclaims"),
    Share("rank19"),
    Share("finegrained_rlhf_dev"),
    Share("check_covid"),
    Share("gum_summaries"),
)
"""News, or written like news, and labelled by people: seen in every pass."""

BASE = (
    Share("fever_dev_supref", support=3500, other=3500),
    Share("fever_nli_binary", support=2500, other=2000),
    Share("fever_symmetric"),
    Share("fool_me_twice"),
    Share("mnli_subset", other=7000),
    Share("snli_devtest", support=2000, other=2000),
    Share("cad_nli", support=2500, other=2500),
    Share("pawsx_en"),
    Share("factcheck_gpt_stance", other=1000),
    Share("begin", support=700, other=700),
    Share("q2_wow"),
    Share("faithdial_audit_gold"),
    Share("dialfact_small"),
    Share("factor_expert", support=80, other=300),
    Share("conjnli", support=1000, other=1200),
    Share("scitail_dev", support=400, other=300),
    Share("advglue_mnli"),
    Share("breaking_nli", support=500, other=400),
    Share("negation_nli", other=800),
    Share("wikifactcheck_negated", other=800),
    Share("scone", support=300, other=300),
    Share("med", support=400, other=300),
    Share("help_conj", support=100, other=100),
)
"""Other entailment sets and probes: spread over the passes, each row seen once."""

POSITIVES = words(
    "defacto fib_xsum fib_cnndm summedits_other wice_claims rank19 finegrained_rlhf_dev "
    "check_covid gum_summaries fool_me_twice fever_dev_supref fever_symmetric"
)
"""Sets whose supported sentences are edited."""

TEXTS = words(
    "text_factor_news_articles text_gum_wikinews text_masc_newswire text_wikinews_llmdecoding"
)
"""Sets of plain articles."""

_UNCHECKED = ("factcc", "mfma")


def take(folder: Path, share: Share, chance: Random) -> list[Row]:
    """Return the rows of a set within its caps, those of a core set localised, in a drawn order."""
    rows = list(read_rows(folder / f"{share.name}.jsonl.gz"))
    if share in CORE:
        rows = list(localise(rows))
    chance.shuffle(rows)
    return list(_capped(rows, share))


def is_unchecked(row: Row) -> bool:
    """Tell whether a row was made by a program and read by nobody."""
    return row.source.partition("/")[2].startswith(_UNCHECKED)


def _capped(rows: list[Row], share: Share) -> Iterator[Row]:
    left = {"support": share.support, "other": share.other, "unchecked": share.unchecked}
    for row in rows:
        keys = ["support"] if row.label is Label.SUPPORT else ["other"]
        keys += ["unchecked"] if is_unchecked(row) else []
        if all(left[key] for key in keys):
            for key in keys:
                left[key] -= 1
            yield row
