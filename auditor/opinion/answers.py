"""An answer of a language model, read from whatever it wrote."""

import json
import re
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

LONGEST = 20_000
"""Characters looked at of what a model wrote: fifty times an answer of the form asked for."""

_THOUGHTS = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
"""What models that think aloud write first."""


class Stated(StrEnum):
    """What a model states of a sentence."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    MISSING = "missing"
    UNSURE = "unsure"


class Fault(StrEnum):
    """The kind of detail that a model names as wrong: a category, or another."""

    NAME = "name"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    ROLE = "role"
    CERTAINTY = "certainty"
    EVENT = "event"
    OTHER = "other"


class Answer(BaseModel):
    """An answer of the form asked for; nothing in it is believed yet."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    verdict: Stated
    kind: Fault = Fault.OTHER
    wrong_words: str = ""
    passage: int = 0
    quote: str = ""


def answer(written: str) -> Answer | None:
    """Return the first JSON object of what a model wrote, None where it is no answer."""
    shown = _THOUGHTS.sub("", written[:LONGEST])
    start = shown.find("{")
    if start < 0:
        return None
    try:
        value, _ = json.JSONDecoder().raw_decode(shown, start)
        return Answer.model_validate(value)
    except (ValueError, RecursionError):
        return None
