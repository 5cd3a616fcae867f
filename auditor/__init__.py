"""A fact-check auditor for AI-written news articles.

>>> from auditor import Auditor
>>> report = Auditor().audit_text(article, {"wire.txt": reference})  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor.api import Auditor

__version__ = "0.1.0"
__all__ = ["Auditor", "__version__"]


def __getattr__(name: str) -> Any:
    """Import `Auditor` on first use, so that ``import auditor`` and ``audit --help`` stay quick."""
    if name == "Auditor":
        from auditor.api import Auditor

        return Auditor
    raise AttributeError(f"module 'auditor' has no attribute {name!r}")
