"""The shipped model: small enough to ship, and the same reading whatever it is read with."""

import hashlib
import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import Auditor
from auditor.evidence import entailment
from auditor.evidence.entailment import LONGEST
from auditor.model.reading import Reading
from auditor.resources import folder

MODELS = folder("weights")
FIRE = "Crews fought the fire all night. Nobody was hurt, and the store will open on Friday."
PAIRS = (
    (FIRE, "There were no injuries."),
    (FIRE, "Firefighters battled the flames until the morning."),
    (FIRE, "Three people were killed in the fire."),
    ("The firm bought a rival for $334 million.", "The company acquired a competitor."),
    (f"{FIRE} " * 40, "The shop is going to open again on Friday."),
    (FIRE, "The shop is going to open again on Friday, " * 40),
    (FIRE, "—"),
)


def card() -> dict[str, dict[str, dict[str, object]]]:
    found: dict[str, dict[str, dict[str, object]]] = json.loads(
        (MODELS / "card.json").read_text(encoding="utf-8")
    )
    return found


def test_the_card_names_every_file_of_the_weights_as_it_is():
    names = (*MODELS.glob("model*"), MODELS / "tokenizer.json", MODELS / "words.npz")
    shipped = {path.name: path for path in names}
    assert card()["files"] == {
        name: {
            "bytes": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for name, path in shipped.items()
    }


def test_each_file_of_the_models_fits_into_a_forge():
    assert max(path.stat().st_size for path in Path(MODELS).iterdir()) <= 50_000_000


@cache
def alone() -> tuple[Reading, ...]:
    return tuple(entailment.load().read([pair])[0] for pair in PAIRS)


@settings(max_examples=3)
@given(st.permutations(range(len(PAIRS))))
def test_a_pair_reads_the_same_whatever_it_is_read_with(order):
    found = entailment.load().read([PAIRS[n] for n in order])
    assert list(found) == [alone()[n] for n in order]


@pytest.mark.parametrize("n", range(len(PAIRS)))
def test_a_reading_is_a_distribution_over_stances_and_chances_in_the_sentence(n):
    pair, reading = PAIRS[n], alone()[n]
    total = reading.supports + reading.contradicts + reading.neither
    assert total == pytest.approx(1, abs=0.001)
    assert len(reading.lacks) <= LONGEST
    assert all(0 <= lack.chance <= 1 for lack in reading.lacks)
    places = [(lack.start, lack.end) for lack in reading.lacks]
    assert places == sorted(places)
    assert all(pair[1][start:end].strip() for start, end in places)


def test_a_pair_reads_nearly_the_same_on_every_processor():
    """Products that saturate on some processors would move these by a hundredth or more.

    Exponentials differ in their last bits, which moves a rounded input here and there: by .015
    between one with AVX2 alone and one with VNNI, where the model is least sure.
    """
    read = [reading.supports for reading in alone()]
    known = [0.9350, 0.2795, 0.0514, 0.9280, 0.0642, 0.2691, 0.7261]
    assert read == pytest.approx(known, abs=0.012)


def test_nothing_to_read_is_no_reading():
    assert entailment.load().read([]) == ()


def test_a_paraphrase_is_supported_and_its_opposite_is_not():
    true, _, false, *_ = entailment.load().read(PAIRS)
    assert true.supports > 0.5 > false.supports
    assert false.contradicts > true.contradicts


def test_a_report_names_the_model_that_read_or_none():
    story = {"source": FIRE}
    read = Auditor().audit_text("There were no injuries.", story)
    alone = Auditor(model=False).audit_text("There were no injuries.", story)
    assert read.audit.signature.model == entailment.load().digest
    assert alone.audit.signature.model == "none"
