import pytest

from auditor.load.url import is_url


@pytest.mark.parametrize(
    ("location", "answer"),
    [
        ("http://example.org", True),
        ("https://example.org/a", True),
        ("HTTP://example.org", True),
        ("hTTps://example.org", True),
        ("ftp://example.org", True),
        ("file:///etc/passwd", True),
        ("svn+ssh://example.org", True),
        ("http:/example.org", False),
        ("http:example.org", False),
        ("https.txt", False),
        ("refs/http://example.org", False),
        (" http://example.org", False),
        ("C:\\refs", False),
        ("1a://b", False),
        ("://", False),
        ("", False),
    ],
)
def test_what_begins_with_a_scheme_and_two_slashes_is_no_path(location: str, answer: bool) -> None:
    assert is_url(location) is answer
