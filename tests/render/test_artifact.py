"""Articles and references as SARIF names them."""

import pytest

from auditor.model.document import Document
from auditor.render.artifact import artifact, artifact_location


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("story/article.txt", "story/article.txt"),
        ("./story/../article.txt", "article.txt"),
        ("../refs/wire.txt", "../refs/wire.txt"),
        ("a b#c?d%20.txt", "a%20b%23c%3Fd%2520.txt"),
        ("javascript:alert(1).txt", "javascript%3Aalert%281%29.txt"),
        ("bro\udcffken\ud800.txt", "bro%FFken%EF%BF%BD.txt"),
        ("naïve\n.txt", "na%C3%AFve%0A.txt"),
    ],
)
def test_a_file_is_named_from_the_folder_that_audit_ran_in(path, address):
    located = artifact_location(Document("article", path, "", ""))
    assert located == {"uri": address, "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/tmp/a b.txt", "file:///tmp/a%20b.txt"),
        ("//server/a.txt", "file:///server/a.txt"),
        ("C:/stories/a b.txt", "file:///C:/stories/a%20b.txt"),
    ],
)
def test_a_file_elsewhere_has_its_whole_address(path, address):
    assert artifact_location(Document("article", path, "", "")) == {"uri": address}


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://news.example/a?b=c&d=%20#e", "https://news.example/a?b=c&d=%20#e"),
        ("https://news.example/a<b>\u202e", "https://news.example/a%3Cb%3E%E2%80%AE"),
    ],
)
def test_a_page_has_the_address_where_it_was_fetched(url, address):
    assert artifact_location(Document("r1", url, "", "", url=url)) == {"uri": address}


def test_what_is_no_address_of_the_web_is_a_path():
    document = Document("r1", "refs/a.txt", "", "", url="javascript:alert(4)")
    assert artifact_location(document)["uri"] == "refs/a.txt"


def test_an_article_has_its_digest():
    assert artifact(Document("article", "a.txt", "", "00ff"), "analysisTarget") == {
        "location": {"uri": "a.txt", "uriBaseId": "%SRCROOT%"},
        "roles": ["analysisTarget"],
        "hashes": {"sha-256": "00ff"},
    }
