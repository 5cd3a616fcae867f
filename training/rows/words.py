"""Word lists written as prose."""


def words(listed: str) -> tuple[str, ...]:
    """Return the words of a list written with spaces between them, in order."""
    return tuple(listed.split())
