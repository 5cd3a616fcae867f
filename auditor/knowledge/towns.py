"""Towns of the world by the country or state that holds them.

From GeoNames, CC BY 4.0, https://www.geonames.org; `training/ship/towns.py` writes the file.
"""

import gzip
from collections.abc import Mapping
from functools import cache

from auditor.knowledge.places import key
from auditor.resources import damaged, folder


@cache
def towns_of(owner: str) -> frozenset[str]:
    """Return the towns of a country or American state, as `key` folds names; () for others.

    Raises:
        AuditError: where the file is missing or broken, since it ships with the package.
    """
    towns = _lines().get(owner)
    return frozenset(map(key, towns.split(";"))) if towns else frozenset()


@cache
def _lines() -> Mapping[str, str]:
    path = folder("rules") / "gazetteer" / "towns.txt.gz"
    try:
        text = gzip.decompress(path.read_bytes()).decode()
    except (OSError, EOFError, ValueError) as error:
        raise damaged(path, "is missing or cannot be read") from error
    return {owner: towns for owner, _, towns in (line.partition("\t") for line in text.split("\n"))}
