"""A desk's decisions on the record: signed, merged, void, pruned, in a real git repository."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from auditor.model.listed import fingerprint, folded
from tests.command import Done, audit
from tests.newsroom import ARTICLE, STORY, WIRE, commit, git, newsroom, replace_in

pytestmark = [pytest.mark.git, pytest.mark.slow]
RECORD = "audit.waivers.toml"
DAY, COST = "date-conflict", "number-conflict"
SIGNED = ("--reason", "The agency moved the day.", "--by", "Anna Berg", "--no-model")
COSTS = "The bridge cost 5 million dollars."
TOMORROW = date.today() + timedelta(days=1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return newsroom(tmp_path)


def audited(root: Path, *arguments: str) -> Done:
    return audit(root, STORY, "--no-model", "--format", "text", *arguments)


SENTENCES = {DAY: ("Tuesday", ARTICLE.splitlines()[4]), COST: ("5 million dollars", COSTS)}
"""The marked words and the sentence of both findings."""


def named(rule: str, digits: int = 8) -> str:
    """Return what the terminal calls the finding of a rule."""
    words, sentence = SENTENCES[rule]
    return f"{STORY}:{fingerprint(rule, folded(words), folded(sentence))[:digits]}"


def waive(root: Path, *rules: str) -> Done:
    return audit(root, "waive", *(named(rule) for rule in rules), *SIGNED)


def recorded(root: Path) -> list[dict[str, object]]:
    return list(tomllib.loads((root / RECORD).read_text(encoding="utf-8"))["waiver"])


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_waived_finding_stays_visible_and_passes_until_a_reference_changes(root):
    blocked = audited(root)
    assert blocked.returncode == 1
    assert f"audit waive {named(DAY)} --reason WHY --by NAME" in flat(blocked.stdout)
    done = waive(root, DAY, COST)
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            f"{STORY}: error {told} may stand: right, but the words stay"
            for told in ("date-conflict “Tuesday”", "number-conflict “5 million dollars”")
        ],
    )
    passed = audited(root)
    assert passed.returncode == 0
    assert flat(passed.stdout).count("waived by Anna Berg, ") == 2
    replace_in(root / WIRE, "Wednesday after divers", "Wednesday when divers")
    failed = audited(root)
    assert failed.returncode == 1
    assert "no longer stands in the references" in flat(failed.stdout)
    assert "Not ready to run: 1 error, 1 warning, 1 waived, all checked." in failed.stdout


def test_the_record_tells_everything_in_the_root_of_the_repository(root):
    story = root / "stories" / "bridge"
    finding = named(DAY).rpartition("/")[2]
    done = audit(story, "waive", finding, *SIGNED, "--dismiss", "--until", f"{TOMORROW}")
    assert done.returncode == 0
    (waiver,) = recorded(root)
    assert {key: waiver[key] for key in waiver if key not in {"fingerprint", "passages"}} == {
        "article": STORY,
        "rule": DAY,
        "text": "Tuesday",
        "decision": "dismissed",
        "reason": "The agency moved the day.",
        "initials": "Anna Berg",
        "decided": date.today(),
        "until": TOMORROW,
        "expected": "Wednesday",
        "sentence": ARTICLE.splitlines()[4],
    }


def test_only_the_first_waiver_says_how_branches_merge_and_one_signed_again_replaces(root):
    (root / ".gitattributes").write_text("*.png binary\n", encoding="utf-8")
    advice = "add this line to .gitattributes"
    assert advice in waive(root, DAY).stderr
    assert advice not in waive(root, COST).stderr
    audit(root, "waive", named(DAY), *SIGNED, "--reason", "On our own tape.")
    assert {str(waiver["rule"]): waiver["reason"] for waiver in recorded(root)} == {
        DAY: "On our own tape.",
        COST: "The agency moved the day.",
    }


def test_two_branches_that_each_waive_one_finding_merge_and_hold_for_this_article(root):
    (root / ".gitattributes").write_text(f"{RECORD} merge=union\n", encoding="utf-8")
    commit(root)
    for branch, rule in (("day", DAY), ("cost", COST)):
        git(root, "checkout", "--quiet", "-b", branch, "main")
        assert waive(root, rule).returncode == 0
        commit(root)
    merged = git(root, "merge", "--quiet", "day", "--message", "Merge")
    assert merged.returncode == 0, merged.stdout + merged.stderr
    assert audited(root).returncode == 0
    copy = root / "stories" / "bridge" / "copy.md"
    copy.write_text(ARTICLE, encoding="utf-8")
    assert audit(root, "stories/bridge/copy.md", "--no-model", "--format", "json").returncode == 1


def test_an_expired_waiver_counts_again_and_a_warning_says_so(root):
    audit(root, "waive", named(DAY), named(COST), *SIGNED, "--until", f"{TOMORROW}")
    assert audited(root).returncode == 0
    yesterday = date.today() - timedelta(days=1)
    replace_in(root / RECORD, f"until = {TOMORROW}", f"until = {yesterday}")
    done = audited(root)
    assert done.returncode == 1
    assert "Not ready to run: 2 errors, 2 warnings, all checked." in flat(done.stdout)
    assert flat(done.stdout).count("so that the finding counts again") == 2


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["f1", *SIGNED], "f1: name article and finding, as in story.md:50cbea46"),
        ([f"{STORY}:", *SIGNED], "name article and finding"),
        ([f"{STORY}:f99", *SIGNED], "no finding is called f99"),
        ([f"{STORY}:ab", *SIGNED], "no finding is called ab"),
        (["gone.md:f1", *SIGNED], "gone.md: no such file"),
        ([f"{STORY}:f1", *SIGNED, "--reason", " "], "--reason: must not be empty"),
        ([f"{STORY}:f1", *SIGNED, "--by", ""], "--by: must not be empty"),
        ([f"{STORY}:f1", *SIGNED, "--until", "2001-01-01"], "lies in the past"),
        ([f"{STORY}:f1", *SIGNED, "--until", "soon"], "does not match the format"),
        ([f"{STORY}:f1", "--by", "AB"], "Missing option '--reason'"),
        ([f"{STORY}:f1", "--reason", "x"], "Missing option '--by'"),
    ],
)
def test_what_cannot_be_signed_says_why_and_writes_nothing(root, arguments, complaint):
    done = audit(root, "waive", *arguments)
    assert done.returncode == 2
    assert complaint in flat(done.stderr)
    assert not (root / RECORD).exists()


def test_a_broken_record_is_not_written_over(root):
    finding = named(DAY)
    (root / RECORD).write_text("version = 1\nwaiver = 3\n", encoding="utf-8")
    done = audit(root, "waive", finding, *SIGNED)
    assert done.returncode == 2
    assert (root / RECORD).read_text(encoding="utf-8") == "version = 1\nwaiver = 3\n"


def test_the_waivers_are_listed_as_a_person_reads_them(root):
    waive(root, DAY)
    (waiver,) = recorded(root)
    words = f"{date.today().day} {date.today():%B %Y}"
    assert audit(root / "stories", "waivers").stdout == (
        f"{STORY}\n"
        f"  {str(waiver['fingerprint'])[:8]}  date-conflict: “Tuesday”\n"
        f"    waived by Anna Berg, {words}: The agency moved the day.\n"
    )


def test_without_a_record_the_list_says_how_to_begin_one(root):
    done = audit(root, "waivers")
    assert (done.returncode, "no waiver was signed yet" in done.stderr) == (2, True)


def test_prune_removes_what_lets_nothing_stand_and_keeps_the_rest(root):
    second = root / "stories" / "bridge" / "second.md"
    second.write_text(ARTICLE, encoding="utf-8")
    waive(root, DAY, COST)
    audit(root, "waive", "stories/bridge/second.md:f1", *SIGNED)
    replace_in(root / STORY, "5 million", "6 million")
    second.unlink()
    done = audit(root, "waivers", "prune", "--no-model")
    assert done.returncode == 0
    assert [row for row in done.stdout.splitlines() if not row.startswith(" ")] == [
        STORY,
        "",
        "stories/bridge/second.md",
    ]
    assert "2 removed, 1 kept" in done.stderr
    assert [waiver["rule"] for waiver in recorded(root)] == [DAY]
    before = (root / RECORD).read_bytes()
    assert audit(root, "waivers", "prune", "--no-model").returncode == 0
    assert (root / RECORD).read_bytes() == before


def test_prune_keeps_what_it_could_not_look_at(root):
    waive(root, DAY)
    (root / WIRE).unlink()
    done = audit(root, "waivers", "prune", "--no-model")
    assert (done.returncode, len(recorded(root))) == (2, 1)
    (root / WIRE).write_bytes(b"%PDF-1.4 no text")
    (root / WIRE).with_name("other.txt").write_text("It rained in Lund.\n", encoding="utf-8")
    done = audit(root, "waivers", "prune", "--no-model")
    assert (done.returncode, len(recorded(root))) == (3, 1)
    assert "not fully checked, so its waivers stay" in done.stderr


def test_only_what_changed_since_a_revision_fails_and_the_rest_stays_visible(root):
    assert audited(root, "--diff", "HEAD").returncode == 0
    replace_in(root / STORY, "5 million", "4 million")
    done = audited(root, "--diff", "HEAD")
    assert done.returncode == 1
    assert "Not ready to run: 1 error, no warnings, 1 known, all checked." in flat(done.stdout)
    assert "known error, date: Tuesday" in done.stdout
    commit(root)
    replace_in(root / WIRE, "closed on Wednesday", "closed on a Wednesday")
    assert audited(root, "--diff", "HEAD").returncode == 1


def test_only_what_the_baseline_lacks_fails(root):
    reports = ["--no-model", "--format", "json", "--output", "baseline.json"]
    assert audit(root, STORY, *reports).returncode == 1
    assert audited(root, "--baseline", "baseline.json").returncode == 0
    replace_in(root / STORY, "5 million", "4 million")
    done = audited(root, "--baseline", "baseline.json")
    assert done.returncode == 1
    assert "known error, date: Tuesday" in done.stdout
    assert "known: the baseline has it" in done.stdout
    over = audit(root, STORY, *reports, "--baseline", "baseline.json")
    assert (over.returncode, "which is read" in over.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--diff", "nowhere"], "no such revision"),
        (["--baseline", "none.json"], "none.json: cannot be read"),
        (["--baseline", STORY], "is not JSON"),
    ],
)
def test_what_nothing_can_be_held_against_is_an_error(root, arguments, complaint):
    done = audited(root, *arguments)
    assert (done.returncode, complaint in done.stderr) == (2, True)
