"""The HTML report: one file that asks the network for nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from auditor.knowledge.rules import load_rules
from auditor.model.audit import Audit
from auditor.model.rule import Rule
from auditor.render.safe import plain
from auditor.render.view import page
from auditor.resources import folder

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = ("base.css", "story.css", "panel.css", "screen.css", "print.css")
"""Files of ``reports/css/``, in the order in which they are joined."""

SCRIPTS = (
    "page.js",
    "select.js",
    "search.js",
    "filters.js",
    "decisions.js",
    "saving.js",
    "corrections.js",
    "keys.js",
)
"""Files of ``reports/js/``, in the order in which they are joined."""


def to_html(audit: Audit) -> str:
    """Return the report as one self-contained page, the same for the same audit.

    Raises:
        AuditError: if a rule file that ships is broken.
    """
    return written("page.html", page(audit, _shipped()), STYLES, SCRIPTS)


def written(template: str, shown: object, styles: Sequence[str], scripts: Sequence[str]) -> str:
    """Return one self-contained page.

    Args:
        template: a file of ``reports/``.
        shown: everything that it shows, which it calls `page`.
        styles: files of ``reports/css/``, in order.
        scripts: files of ``reports/js/``, in order; () for a page without script.
    """
    from markupsafe import Markup

    style, script = _joined(tuple(styles)), _joined(tuple(scripts))
    text = (
        _environment()
        .get_template(template)
        .render(
            page=shown,
            style=Markup(style),  # noqa: S704 - our own file, see reports/
            script=Markup(script),  # noqa: S704 - our own file, see reports/
            policy=_policy(style, script),
        )
    )
    return plain(text)


@cache
def _environment() -> Environment:
    """Return what compiles templates, each once for all pages."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(folder("reports")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _shipped() -> tuple[Rule, ...]:
    return load_rules()


@cache
def _joined(names: tuple[str, ...]) -> str:
    return "".join(
        (folder("reports") / name.rpartition(".")[2] / name).read_text(encoding="utf-8")
        for name in names
    )


def _policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy that allows our style and script by hash, nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
