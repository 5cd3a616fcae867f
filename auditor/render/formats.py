"""A report in any of the formats that the command offers."""

import json

from auditor.model.report import Report


def render(format_: str, report: Report, *, color: bool = False, width: int = 100) -> str:
    """Return the report as ``text``, ``html``, ``json`` or ``markdown``.

    Args:
        format_: one of the four words.
        report: what to show.
        color: whether text may hold ANSI colours.
        width: columns of the text format.
    """
    if format_ == "json":
        return json.dumps(report.to_dict(), ensure_ascii=False, indent=1) + "\n"
    if format_ == "html":
        from auditor.render.html import to_html

        return to_html(report)
    if format_ == "markdown":
        from auditor.render.markdown import to_markdown

        return to_markdown(report)
    from auditor.render.terminal import to_text

    return to_text(report, color=color, width=width)
