"""Words of a text as a test names them."""

from typing import NamedTuple


class Words(NamedTuple):
    """Characters ``start:end``."""

    start: int
    end: int
