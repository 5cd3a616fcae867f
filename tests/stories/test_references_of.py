"""Which references an article has: the first way that names any, and nothing out of bounds."""

from contextlib import chdir
from pathlib import Path

import pytest

from auditor.errors import AuditError
from auditor.settings.configuration import Choices, configuration
from auditor.settings.effective import Decided, settings
from auditor.stories.references_of import Named, references_of
from auditor.stories.submitted import Submitted

STORIES = '[[stories]]\narticles = "bridge/*.md"\nrefs = ["wires", "https://example.org/a"]\n'
FRONT = "---\nrefs: [../wires/a.txt]\n---\n"


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    for folder in ("bridge", "wires", ".git"):
        (tmp_path / folder).mkdir()
    (tmp_path / "bridge" / "bridge.md").write_text("Text.", encoding="utf-8")
    return tmp_path


def named(folder: Path, article: str = "bridge/bridge.md", asked: Choices | None = None) -> Named:
    with chdir(folder):
        told = configuration(None)
        path = Path(article)
        own = settings(Decided(told, asked or Choices()), path)
        return references_of(Submitted(path), own, told)


BESIDE = Named(("bridge/refs",), "the folder refs/ beside it")
ASKED = Choices(refs=("elsewhere",))
BY_STORY = Named(("wires", "https://example.org/a"), "audit.toml, [[stories]] bridge/*.md")


@pytest.mark.parametrize(
    ("front", "file", "beside", "asked", "way"),
    [
        (FRONT, STORIES, True, ASKED, Named(("elsewhere",), "--refs")),
        (FRONT, STORIES, True, None, Named(("bridge/../wires/a.txt",), "front matter")),
        ("", STORIES, True, None, BY_STORY),
        ("", 'refs = ["wires"]\n' + STORIES, True, None, BY_STORY),
        ("", 'refs = ["wires"]', True, None, Named(("wires",), "audit.toml")),
        ("", "", True, None, BESIDE),
        ("---\nrefs:\n---\n", "refs = []", True, None, BESIDE),
        (
            "",
            '[[stories]]\narticles = "*.md"\nprofile = "x"\n[profiles.x]\nrefs = ["y"]',
            True,
            None,
            Named(("y",), "audit.toml, [profiles.x]"),
        ),
    ],
)
def test_the_first_way_that_names_any_counts(newsroom, front, file, beside, asked, way):
    (newsroom / "bridge" / "bridge.md").write_text(f"{front}Text.", encoding="utf-8")
    (newsroom / "audit.toml").write_text(file, encoding="utf-8")
    if beside:
        (newsroom / "bridge" / "refs").mkdir()
    assert named(newsroom, asked=asked) == way


def test_without_references_the_ways_are_named(newsroom):
    with pytest.raises(AuditError) as said:
        named(newsroom)
    assert str(said.value) == (
        "bridge/bridge.md: no reference; name them in its front matter (refs: [refs/wire.txt]), "
        "put them into a folder refs/ beside it, or name them in [[stories]] of audit.toml; "
        "--refs PATH_OR_URL goes before all of these"
    )


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("../wires", ""),
        ("wire.txt", ""),
        ("../out/../wires/a.txt", ""),
        ("../../secret.txt", "names ../../secret.txt, which lies outside of "),
        ("/etc/passwd", "names /etc/passwd, which lies outside of "),
        ("link/a.txt", "names link/a.txt, which lies outside of "),
        ('"a\\0"', "lies outside of "),
        ("https://example.org/a", "names the page https://example.org/a, and an article does not"),
        ("FILE://x", "names the page FILE://x"),
    ],
)
def test_an_article_names_files_of_its_repository_alone(newsroom, name, complaint):
    """Its text is the one that is doubted; what is fetched and read elsewhere the user says."""
    (newsroom / "bridge" / "link").symlink_to("/")
    article = f"---\nrefs: {name}\n---\nText."
    (newsroom / "bridge" / "bridge.md").write_text(article, encoding="utf-8")
    if not complaint:
        assert named(newsroom).refs == (f"bridge/{name}",)
        return
    with pytest.raises(AuditError) as said:
        named(newsroom)
    assert str(said.value).startswith("bridge/bridge.md: front matter ")
    assert complaint in str(said.value)
    assert "name it with --refs or in audit.toml" in str(said.value)


@pytest.mark.parametrize(
    ("start", "article", "is_in"),
    [
        (".", "bridge/bridge.md", True),
        ("bridge", "bridge.md", False),
        ("wires", "../bridge/bridge.md", False),
    ],
)
def test_without_a_repository_the_working_folder_is_the_bound(newsroom, start, article, is_in):
    (newsroom / ".git").rmdir()
    (newsroom / "bridge" / "bridge.md").write_text(f"{FRONT}Text.", encoding="utf-8")
    if is_in:
        assert named(newsroom / start, article).way == "front matter"
    else:
        with pytest.raises(AuditError, match="lies outside of"):
            named(newsroom / start, article)
