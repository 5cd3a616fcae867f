"""Which articles a commit concerns, in a newsroom of two stories."""

from contextlib import chdir
from pathlib import Path

import pytest

from auditor.load.commit import Commit
from auditor.settings.configuration import Choices, configuration
from auditor.settings.effective import Decided
from auditor.stories.concerned import Concerned, concerned

SETTINGS = """
[[stories]]
articles = "sport/*.md"
refs = ["wires"]

[[stories]]
articles = "wires/columns/*.md"
refs = ["wires/cup.txt"]
"""
FRONT = "---\nrefs: [../agency/late.txt, match.md]\n---\nText.\n"
FILES = {
    "audit.toml": SETTINGS,
    "bridge/bridge.md": "Text.",
    "bridge/refs/wire.txt": "Text.",
    "bridge/refs/README.md": "Text.",
    "sport/match.md": "Text.",
    "sport/quoted.md": FRONT,
    "sport/quoted.waivers.toml": "version = 1\n",
    "wires/cup.txt": "Text.",
    "wires/deep/cup.html": "Text.",
    "wires/columns/column.md": "Text.",
    "agency/late.txt": "Text.",
    "old/refs/wire.txt": "Text.",
    "README.md": "Text.",
    "photo.jpg": "",
    ".github/template.md": "Text.",
    "audit-out/bridge.html": "Text.",
    "requirements.txt": "auditor",
}
ARTICLES = (
    "agency/late.txt",
    "bridge/bridge.md",
    "sport/match.md",
    "sport/quoted.md",
    "wires/columns/column.md",
)
WAIVER = '{ fingerprint = "0", article = "bridge/bridge.md" },'


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("newsroom")
    (root / ".git").mkdir()
    for name, words in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="utf-8")
    return root


def of(root: Path, changed: tuple[str, ...], removed: tuple[str, ...] = ()) -> Concerned:
    with chdir(root):
        kept = tuple(sorted(map(Path, {*FILES} - {*removed})))
        commit = Commit(tuple(map(Path, changed)), tuple(map(Path, removed)), kept)
        return concerned(commit, Decided(configuration(None), Choices()))


@pytest.mark.parametrize(
    ("changed", "articles"),
    [
        ("bridge/bridge.md", ["bridge/bridge.md"]),
        ("bridge/refs/wire.txt", ["bridge/bridge.md"]),
        ("bridge/refs/README.md", ["bridge/bridge.md"]),
        ("wires/cup.txt", ["sport/match.md", "wires/columns/column.md"]),
        ("wires/deep/cup.html", ["sport/match.md"]),
        ("wires/columns/column.md", ["sport/match.md", "wires/columns/column.md"]),
        ("agency/late.txt", ["agency/late.txt", "sport/quoted.md"]),
        ("sport/match.md", ["sport/match.md", "sport/quoted.md"]),
        ("sport/quoted.waivers.toml", ["sport/quoted.md"]),
        ("audit.toml", [*ARTICLES]),
        ("README.md", []),
        ("photo.jpg", []),
        (".github/template.md", []),
        ("audit-out/bridge.html", []),
        ("requirements.txt", []),
        ("pyproject.toml", []),
    ],
)
def test_an_article_is_concerned_by_what_its_audit_hangs_on(newsroom, changed, articles):
    assert of(newsroom, (changed,)) == Concerned(tuple(map(Path, articles)), ())


@pytest.mark.parametrize("name", ["old/refs/wire.txt", "new/refs/gone.txt"])
def test_a_reference_of_no_article_is_told(newsroom, name):
    assert of(newsroom, (name,)) == Concerned((), (Path(name),))


def test_a_removed_reference_concerns_its_article(newsroom):
    assert of(newsroom, (), ("bridge/refs/wire.txt",)).articles == (Path("bridge/bridge.md"),)


def test_a_folder_of_references_that_is_gone_concerns_the_article_beside_it(newsroom):
    article = Path("lost/lost.md")
    (newsroom / "lost").mkdir()
    (newsroom / article).write_text("Text.", encoding="utf-8")
    with chdir(newsroom):
        commit = Commit((), (Path("lost/refs/wire.txt"),), (article,))
        found = concerned(commit, Decided(configuration(None), Choices()))
    assert found == Concerned((article,), ())


@pytest.mark.parametrize(
    ("name", "audited"),
    [
        ("story.txt", True),
        ("stories/readme-scandal/article.html", True),
        ("stories/refsburg.md", True),
        ("stories/security-council-meets.md", True),
        ("content/bridge/index.md", True),
        ("refs/sub/wire.html", False),
        ("stories/bridge/CHANGELOG.md", False),
        ("stories/bridge/dev-requirements.txt", False),
        ("stories/bridge/bridge.pdf", False),
    ],
)
def test_texts_are_articles_but_for_what_a_repository_says_of_itself(tmp_path, name, audited):
    with chdir(tmp_path):
        commit = Commit((Path(name),), (), (Path(name),))
        found = concerned(commit, Decided(configuration(None), Choices()))
    assert found.articles == (Path(name),) * audited


@pytest.mark.parametrize(
    ("record", "articles"),
    [
        (f"version = 1\nwaiver = [\n{WAIVER}\n]\n", ["bridge/bridge.md"]),
        ("version = 1\nwaiver = [\n]\n", []),
        ("version = 1\n[[waiver]]\nfingerprint = 'by hand'\n", [*ARTICLES]),
        ("no TOML", [*ARTICLES]),
    ],
)
def test_a_changed_decision_concerns_the_article_that_it_is_on(newsroom, record, articles):
    (newsroom / "audit.waivers.toml").write_text(record, encoding="utf-8")
    found = of(newsroom, ("audit.waivers.toml",))
    (newsroom / "audit.waivers.toml").unlink()
    assert found == Concerned(tuple(map(Path, articles)), ())
