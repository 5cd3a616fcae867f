"""Waiver files: what is read, and what is refused with a word on how to mend it."""

from datetime import date
from pathlib import Path

import pytest

from auditor.errors import AuditError
from auditor.load import load_waivers
from auditor.model.waiver import Decision, Waiver

ONE, TWO = "50cbea4616236014e1bd76214bde9855", "f" * 32
HEAD = 'version = 1\narticle = "story/bridge.md"\narticle_sha256 = "9f2c"\n'
SIGNED = f"""
[[waiver]]
fingerprint = "{ONE}"
decision = "dismissed"
reason = " The agency moved the date. "
initials = "AB"
decided = 2024-01-06
rule = "date-conflict"
text = "January 3rd"
sentence = "On January 3rd, the bridge closed."
"""


def written(tmp_path: Path, text: str | bytes, name: str = "bridge.waivers.toml") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_waiver_file_is_read_as_the_page_saves_it(tmp_path):
    assert load_waivers([written(tmp_path, HEAD + SIGNED)]) == (
        Waiver(
            fingerprint=ONE,
            decision=Decision.DISMISSED,
            reason="The agency moved the date.",
            initials="AB",
            decided=date(2024, 1, 6),
            article="story/bridge.md",
            rule="date-conflict",
            text="January 3rd",
            sentence="On January 3rd, the bridge closed.",
        ),
    )


def test_what_binds_a_waiver_is_read_and_what_an_older_file_lacks_is_unknown(tmp_path):
    bound = 'expected = "January 4"\npassages = ["0123456789abcdef"]\nuntil = 2024-02-01\n'
    (new,) = load_waivers([written(tmp_path, HEAD + SIGNED + bound)])
    (old,) = load_waivers([written(tmp_path, HEAD + SIGNED)])
    assert (new.expected, new.passages, new.until) == (
        "January 4",
        ("0123456789abcdef",),
        date(2024, 2, 1),
    )
    assert (old.expected, old.passages, old.until) == ("", None, None)


@pytest.mark.parametrize("reason", ['reason = "  "\n', ""])
def test_a_waiver_without_a_reason_is_read_for_the_report_to_say_so(tmp_path, reason):
    lines = [row for row in SIGNED.splitlines(keepends=True) if not row.startswith("reason")]
    (waiver,) = load_waivers([written(tmp_path, HEAD + "".join(lines) + reason)])
    assert waiver.reason == ""


@pytest.mark.parametrize(
    ("named", "article", "read"),
    [
        ("stories/bridge.md", "stories/bridge.md", True),
        ("./stories/../stories/bridge.md", "stories/bridge.md", True),
        ("stories/bridge.md", "bridge.md", False),
        ("bridge.md", "stories/bridge.md", False),
        ("", "stories/bridge.md", True),
    ],
)
def test_a_waiver_that_names_an_article_is_for_that_one_alone(tmp_path, named, article, read):
    path = written(tmp_path, f'version = 1\n{SIGNED}article = "{named}"\n')
    assert bool(load_waivers([path], tmp_path / article)) is read
    assert len(load_waivers([path])) == 1


@pytest.mark.parametrize(
    "text",
    [
        "version = 1\n",
        HEAD,
        "version = 1\nwaiver = []\n",
        "\ufeff" + HEAD,
        "# nothing decided\r\nversion = 1\r\n",
    ],
)
def test_a_file_without_decisions_is_no_error(tmp_path, text):
    assert load_waivers([written(tmp_path, text)]) == ()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "version is missing"),
        (SIGNED, "version is missing"),
        ("version = 2\n", "version is wrong: Input should be 1"),
        (HEAD + 'editor = "AB"\n', "editor is no key of a waiver file"),
        (
            HEAD + SIGNED + 'until = "2025"\n',
            "waiver 1 until must be a day without quotation marks",
        ),
        (HEAD + SIGNED + 'passages = ["x"]\n', "passages 1 must be hexadecimal digits"),
        (
            HEAD + SIGNED.replace('reason = "', 'sentense = "'),
            "sentense is no key of a waiver file",
        ),
        (HEAD + SIGNED.replace('"AB"', '""'), "waiver 1 initials must not be empty"),
        (HEAD + SIGNED.replace("dismissed", "fixed"), "should be 'accepted' or 'dismissed'"),
        (HEAD + SIGNED.replace(ONE, "50cb"), "fingerprint must be hexadecimal digits"),
        (HEAD + SIGNED.replace(ONE, ONE + "\\n"), "fingerprint must be hexadecimal digits"),
        (HEAD + SIGNED + SIGNED.replace("2024-01-06", '"2024-01-06"'), "waiver 2 decided must be"),
        (HEAD + SIGNED.replace("2024-01-06", "2024-01-06T00:00:00"), "waiver 1 decided must be"),
        (HEAD + "waiver = 3\n", "waiver is wrong"),
        (HEAD + "waiver = [3]\n", "waiver 1 is wrong"),
        (HEAD + "[[waiver\n", "is not TOML"),
        (b"version = 1 # caf\xe9\n", "is not UTF-8; save it as UTF-8"),
    ],
)
def test_what_is_no_waiver_file_is_refused_by_name_and_place(tmp_path, text, complaint):
    path = written(tmp_path, text)
    with pytest.raises(AuditError) as raised:
        load_waivers([path])
    assert str(raised.value).startswith(f"{path}: ")
    assert complaint in str(raised.value)


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(AuditError, match=r"none\.toml: cannot be read: No such file"):
        load_waivers([tmp_path / "none.toml"])


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("2024-01-06", "2024-01-07", "second"),
        ("2024-01-07", "2024-01-06", "first"),
        ("2024-01-06", "2024-01-06", "second"),
    ],
)
def test_of_two_decisions_on_one_finding_the_later_holds(tmp_path, first, second, kept):
    paths = [
        written(
            tmp_path,
            HEAD + SIGNED.replace("2024-01-06", day).replace(" The agency moved the date. ", name),
            f"{name}.toml",
        )
        for name, day in (("first", first), ("second", second))
    ]
    other = written(tmp_path, HEAD + SIGNED.replace(ONE, TWO), "other.toml")
    found = load_waivers([*paths, other])
    assert [(waiver.fingerprint, waiver.reason) for waiver in found] == [
        (ONE, kept),
        (TWO, "The agency moved the date."),
    ]
