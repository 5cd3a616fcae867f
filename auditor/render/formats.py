"""A report in any of the formats that the command offers."""

import json

from auditor.model.audit import Audit
from auditor.render.record import to_dict
from auditor.render.safe import escaped_json


def render(format_: str, audit: Audit, *, color: bool = False, width: int = 100) -> str:
    """Return the report as ``text``, ``html``, ``json`` or ``markdown``.

    Args:
        format_: one of the four words.
        audit: what to show.
        color: whether text may hold ANSI colours.
        width: columns of the text format.
    """
    if format_ == "json":
        return escaped_json(json.dumps(to_dict(audit), ensure_ascii=False, indent=1)) + "\n"
    if format_ == "html":
        from auditor.render.html import to_html

        return to_html(audit)
    if format_ == "markdown":
        from auditor.render.markdown import to_markdown

        return to_markdown(audit)
    from auditor.render.terminal import to_text

    return to_text(audit, color=color, width=width)
