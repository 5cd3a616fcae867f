"""TOML files that people write and others may have spoilt."""

import os
from pathlib import Path

import pytest
from pydantic import BaseModel

from auditor.errors import AuditError
from auditor.resources import MAX_BYTES, read_table


class Form(BaseModel):
    number: int = 0


def written(text: str | bytes):
    def write(path: Path) -> None:
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    return write


@pytest.mark.parametrize(
    ("stand", "reason"),
    [
        (written("number = 1"), ""),
        (written("\ufeffnumber = 1\r\n"), ""),
        (written("number = " + "9" * 5_000), "holds a number of too many digits"),
        (written("number = 0x" + "f" * 5_000), ""),
        (written("number = " + "[" * 100_000), "is nested too deeply"),
        (written("number = " + "{a = " * 5_000), "is nested too deeply"),
        (written("[" + ".".join("a" * 90_000) + "]"), "is nested too deeply"),
        (written("x = {" + " . ".join(["'a'"] * 90_000) + " = 1}"), "is nested too deeply"),
        (written("a" * 900_000), "is not TOML"),
        (written("a" + " " * 900_000), "is not TOML"),
        (written("#" * (MAX_BYTES + 1)), "is larger than"),
        (written("number = 'one"), "is not TOML"),
        (written("number = 2024-02-30"), "is not TOML"),
        (written(b"number = '\xff'"), "is not UTF-8"),
        (written("a\x00b"), "is not TOML"),
        (Path.mkdir, "is a folder; name a file"),
        (os.mkfifo, "is no plain file"),
        (lambda path: path.symlink_to("/dev/zero"), "is no plain file"),
        (lambda path: path.symlink_to(path.name), "cannot be read: Too many levels"),
        (lambda path: None, "cannot be read: No such file"),
    ],
)
def test_what_is_no_table_is_named_and_nothing_waits(tmp_path, stand, reason):
    path = tmp_path / "settings.toml"
    stand(path)
    if not reason:
        assert read_table(path, Form).number > 0
        return
    with pytest.raises(AuditError) as said:
        read_table(path, Form)
    assert str(said.value).startswith(f"{path}: {reason}")


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "\udcff", "a\nb", "file/below"])
def test_a_name_that_no_file_has_is_an_error_that_the_user_can_mend(tmp_path, name):
    (tmp_path / "file").touch()
    with pytest.raises(AuditError, match=r"cannot be read"):
        read_table(tmp_path / name, Form)


def test_a_long_key_is_named_in_short(tmp_path):
    path = tmp_path / "settings.toml"

    class Closed(BaseModel, extra="forbid"):
        pass

    path.write_text("k" * 10_000 + " = 1", encoding="utf-8")
    with pytest.raises(AuditError) as said:
        read_table(path, Closed)
    assert len(str(said.value)) < len(str(path)) + 200
    assert "is no key of this file" in str(said.value)
