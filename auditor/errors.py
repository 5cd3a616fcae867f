"""Failures that the user can mend."""


class AuditError(Exception):
    """The audit could not start; the message names the file or option and the remedy."""


class Unwritten(Exception):  # noqa: N818  # reads as what it is: a report that did not arrive
    """A report did not arrive where it should; the message names the place and the remedy."""
