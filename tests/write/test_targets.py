"""Where each report goes."""

from pathlib import Path

from auditor.cli import Format
from auditor.write.targets import SUFFIXES, targets


def test_every_format_has_a_file_name_of_its_own():
    assert {*SUFFIXES} == {*Format}
    paths = [target.path for target in targets([Path("a.md")], list(Format), Path("out"))[0]]
    assert paths == [
        Path("out/a.txt"),
        Path("out/a.html"),
        Path("out/a.json"),
        Path("out/a.md"),
        Path("out/a.sarif"),
        Path("out/a.github.txt"),
        Path("out/a.gitlab.json"),
        Path("out/a.junit.xml"),
    ]
