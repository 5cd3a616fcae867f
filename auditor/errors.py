"""Failures that the user can mend."""


class AuditError(Exception):
    """The audit could not start; the message names the file or option and the remedy."""
