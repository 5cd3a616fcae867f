import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.fetching.page_names import LONGEST, SUFFIXES, page_name
from auditor.load.source import SourceFormat

HTML = SourceFormat.HTML


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://news.example/world/harbour-fire", "news-example-harbour-fire"),
        ("https://www.news.example/a/Harbour_Fire.html", "news-example-harbour-fire"),
        ("https://news.example/2026/01/05/fire.shtml?a=b", "news-example-fire"),
        ("https://news.example/", "news-example"),
        ("https://news.example/a/b/", "news-example-b"),
        ("https://news.example:8080/v1.0", "news-example-v1"),
        ("https://news.example/?id=5", "news-example"),
        ("https://con.example/nul", "con-example-nul"),
        ("https://news.example/..%2f..%2fetc%2fpasswd", "news-example-2f-2fetc-2fpasswd"),
        ("https://news.example/" + "a" * 300, "news-example-" + "a" * 47),
        ("https://xn--bcher-kva.example/é", "xn-bcher-kva-example"),
        ("http://93.184.215.14/story", "93-184-215-14-story"),
    ],
)
def test_a_name_tells_host_and_story(url, name):
    assert re.fullmatch(rf"{name}-[0-9a-f]{{8}}\.html", page_name(url, HTML))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://news.example/a", "https://news.example/a#part", True),
        ("https://news.example/a", "https://news.example/a?b", False),
        ("https://news.example/a", "https://news.example/A", False),
        ("https://news.example/a", "https://news.example/a/", False),
        ("https://news.example/1/a", "https://news.example/2/a", False),
        ("https://news.example/a", "http://news.example/a", False),
        ("https://news.example/a", "https://www.news.example/a", False),
    ],
)
def test_two_addresses_have_two_names(one, other, same):
    assert (page_name(one, HTML) == page_name(other, HTML)) is same


@given(st.text(), st.sampled_from(tuple(SUFFIXES)))
def test_the_name_of_any_address_is_one_that_every_system_takes(path, form):
    name = page_name(f"https://news.example/{path}", form)
    assert re.fullmatch(r"news-example[a-z0-9-]*-[0-9a-f]{8}\.(html|txt|md|pdf)", name)
    assert len(name) <= LONGEST + 15
