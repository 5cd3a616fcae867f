"""A report in any of the formats that the command offers."""

import json

from auditor.model.audit import Audit
from auditor.render.safe import escaped_json


def render(format_: str, audit: Audit, *, color: bool = False, width: int = 100) -> str:
    """Return the report in the format of this name, for ``text`` where it is no other's.

    Args:
        format_: a word of the command's ``--format``.
        audit: what to show.
        color: whether text may hold ANSI colours.
        width: columns of the text format.
    """
    match format_:
        case "json":
            from auditor.render.record import to_dict

            return as_json(to_dict(audit))
        case "sarif":
            from auditor.render.sarif import to_sarif

            return as_json(to_sarif((audit,)))
        case "gitlab":
            from auditor.render.gitlab import to_gitlab

            return as_json(to_gitlab((audit,)))
        case "github":
            from auditor.render.github import to_github

            return to_github((audit,))
        case "junit":
            from auditor.render.junit import to_junit

            return to_junit((audit,))
        case "html":
            from auditor.render.html import to_html

            return to_html(audit)
        case "markdown":
            from auditor.render.markdown import to_markdown

            return to_markdown(audit)
    from auditor.render.terminal import to_text

    return to_text(audit, color=color, width=width)


def as_json(value: object) -> str:
    """Return plain values as the JSON of a report."""
    return escaped_json(json.dumps(value, ensure_ascii=False, indent=1)) + "\n"
