"""A package that lacks something says so; it never finds an article clean by not looking."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import auditor
from auditor.resources import folder
from tests.command import ARTICLE, REFERENCE

pytestmark = pytest.mark.slow

RULES, REPORTS, WEIGHTS = "rules", "reports", "weights"


@pytest.fixture
def package(tmp_path) -> Path:
    """Return a copy of the package as a wheel lays it out, its large files linked."""
    copy: Path = tmp_path / "site" / "auditor"
    source = Path(auditor.__file__).parent
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__", "weights"))
    for name in (RULES, REPORTS):
        shutil.copytree(folder(name), copy / name, dirs_exist_ok=True)
    (copy / WEIGHTS).mkdir()
    for file in folder(WEIGHTS).iterdir():
        (copy / WEIGHTS / file.name).symlink_to(file)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "refs").mkdir()
    (tmp_path / "refs" / "r.txt").write_text(REFERENCE, encoding="utf-8")
    return copy


def audit(package: Path, *options: str) -> tuple[int, str]:
    """Return the exit status and what was printed by an audit with this package."""
    code = "import sys; sys.path.insert(0, 'site'); from auditor.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "a.txt", "--format", "text", *options],
        cwd=package.parents[1],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout + done.stderr


def remove(path: Path) -> None:
    path.unlink()


def spoil(path: Path) -> None:
    """Put as many zeros in the file's place."""
    size = path.stat().st_size
    path.unlink()
    path.write_bytes(bytes(size))


def misname_checker(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace('checker = "', 'checker = "un'), "utf-8")


def misname_outcome(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace('when = "', 'when = "un'), "utf-8")


@pytest.mark.parametrize(
    ("harm", "names", "said"),
    [
        (remove, "rules/*.toml", "no rule speaks of"),
        (remove, "rules/name-absent.toml", "no rule speaks of"),
        (misname_checker, "rules/quote-fabricated.toml", "no checker unquotes knows"),
        (misname_outcome, "rules/quote-fabricated.toml", "quote-fabricated.toml: no checker"),
        (remove, "rules/facts/people.toml", "holds no fact"),
        (remove, "rules/lexicon/en/titles.toml", "titles.toml: is missing"),
        (remove, "weights/words.npz", "words.npz: is missing"),
        (spoil, "weights/words.npz", "words.npz: is not the file that shipped"),
        (remove, "weights/card.json", "card.json: is missing"),
    ],
)
def test_what_every_audit_needs_is_seen_to_at_the_start(package, harm, names, said):
    for path in package.glob(names):
        harm(path)
    status, printed = audit(package, "--no-model")
    assert (status, said in printed) == (2, True), printed
    assert "install auditor again" in printed
    assert "Traceback" not in printed


@pytest.mark.parametrize("file", ["model.0.bin", "model.1.bin", "tokenizer.json", "model.onnx"])
def test_a_model_with_a_spoilt_file_does_not_read(package, file):
    spoil(package / WEIGHTS / file)
    status, printed = audit(package)
    assert (status, f"{file}: is not the file that shipped" in printed) == (2, True), printed


def test_a_model_without_one_of_its_weights_does_not_read(package):
    (package / WEIGHTS / "model.2.bin").unlink()
    status, printed = audit(package)
    assert (status, "model.2.bin: is missing" in printed) == (2, True), printed


def test_a_missing_model_is_a_problem_unless_it_was_not_asked(package):
    (package / WEIGHTS / "model.onnx").unlink()
    status, printed = audit(package)
    assert (status, "say --no-model to go by rules alone" in printed) == (3, True), printed
    assert audit(package, "--no-model")[0] == 0
