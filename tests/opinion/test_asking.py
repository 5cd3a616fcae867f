"""The whole command with a language model behind it: said before, kept, replayed, bounded."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from auditor.opinion.chosen_judge import KEY
from auditor.resources import folder
from tests.command import Done, audit
from tests.opinion.judges import judging, says, texts
from tests.opinion.story import ARTICLE, REFERENCE

SCHEMA = json.loads((folder("reports") / "report.schema.json").read_text(encoding="utf-8"))
QUOTE = "The harbour bridge in Selby was cleaned on Wednesday"
DENIAL = says(verdict="contradicted", wrong_words="painted", kind="event", quote=QUOTE)


class Parrot:
    """Denies what it is told of the bridge, in the words of the first passage; else undecided."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.lock = Lock()

    def __call__(self, told: str) -> object:
        with self.lock:
            self.told.append(texts(told)[0])
        return DENIAL if "bridge" in texts(told)[0] else says()


@pytest.fixture
def parrot() -> Parrot:
    return Parrot()


@pytest.fixture
def url(parrot) -> Iterator[str]:
    with judging(parrot) as address:
        yield address


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> str:
    """Return the folder where parses are kept for all tests."""
    return str(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def desk(tmp_path: Path, kept: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with an article and its reference."""
    monkeypatch.setenv("AUDITOR_CACHE", kept)
    monkeypatch.delenv(KEY, raising=False)
    (tmp_path / "refs").mkdir()
    (tmp_path / "refs" / "wire.txt").write_text(REFERENCE, encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def asked(desk: Path, url: str, *more: str, only: str = "all", form: str = "json") -> Done:
    who = (*judge(url)[:-1], only)
    return audit(desk, "article.txt", "--no-model", "--format", form, "-o", "-", *who, *more)


def test_what_leaves_is_said_before_and_in_every_report_for_people(desk, url):
    done = asked(desk, url, form="markdown")
    assert done.stderr == (
        "audit: article.txt: sends 3 sentences and 3 passages of refs/wire.txt "
        f"to parrot at {url}\n"
    )
    told = (
        f"Asked for a second opinion, parrot at {url} was sent 3 sentences and 3 passages of "
        "1 reference: 1 answer counts, 2 undecided."
    )
    assert told in re.sub(r"&#(\d+);", letter, done.stdout).replace("<!-- -->", "")
    for form in ("text", "html"):
        assert "was sent 3 sentences" in " ".join(asked(desk, url, form=form).stdout.split())


def letter(code: re.Match[str]) -> str:
    return chr(int(code[1]))


def test_the_report_says_which_sentences_and_passages_went(desk, url):
    report = json.loads(asked(desk, url).stdout)
    Draft202012Validator(SCHEMA).validate(report)
    places = [REFERENCE.index(part) for part in REFERENCE.strip().split("\n\n")]
    assert report["second_opinion"] == {
        "server": url,
        "model": "parrot",
        "only": "all",
        "sentences": ["s1", "s2", "s3"],
        "passages": [
            {"reference": "r1", "start": start, "end": start + len(part)}
            for start, part in zip(places, REFERENCE.strip().split("\n\n"), strict=True)
        ],
        "counted": 1,
        "undecided": 2,
        "dropped": [],
        "unanswered": 0,
    }
    assert report["signature"]["settings"] == {
        "disable": "",
        "judge": f"parrot at {url}",
        "judge-only": "all",
        "judge-digest": "sha256:abc b1",
    }
    marks = [(f["rule"], f["text"], f["category"]) for f in report["sentences"][0]["findings"]]
    assert marks == [("judge-denied", "painted", "event")]


def test_nobody_is_asked_unasked(desk, url, parrot):
    done = audit(desk, "article.txt", "--no-model", "--format", "json", "-o", "-")
    assert "second_opinion" not in json.loads(done.stdout)
    assert parrot.told == []
    assert sorted(path.name for path in desk.iterdir()) == ["article.txt", "refs"]


def test_only_what_is_open_is_asked_about_unless_all_is_wanted(desk, url, parrot):
    done = asked(desk, url, only="doubtful")
    open_ = [s["id"] for s in json.loads(done.stdout)["sentences"] if is_open(s)]
    assert json.loads(done.stdout)["second_opinion"]["sentences"] == open_
    assert len(parrot.told) == len(open_)


def is_open(sentence: dict[str, list[dict[str, str]]]) -> bool:
    grave = {finding["severity"] for finding in sentence["findings"]}
    return bool(grave and sentence["evidence"]) and "error" not in grave


def test_a_recorded_audit_is_replayed_byte_for_byte_with_nobody_there(desk):
    forms = [f"--format={form}" for form in ("json", "text", "html", "markdown", "sarif")]
    with judging(Parrot()) as url:
        live = audit(desk, "article.txt", "--no-model", *forms, *judge(url), "-o", "live")
    kept = (desk / "judge.lock").read_bytes()
    again = audit(
        desk, "article.txt", "--no-model", *forms, *judge(url), "-o", "again", "--offline"
    )
    assert "sends" not in again.stderr
    assert again.returncode == live.returncode
    assert reports(desk / "again") == reports(desk / "live")
    assert len(reports(desk / "live")) == len(forms)
    assert (desk / "judge.lock").read_bytes() == kept


def judge(url: str) -> tuple[str, ...]:
    return "--judge", url, "--judge-model", "parrot", "--judge-only", "all"


def reports(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name[0] != "."}


def test_answers_are_kept_sorted_and_a_person_can_read_them(desk, url):
    asked(desk, url)
    kept = json.loads((desk / "judge.lock").read_text())
    digests = [one["asked"] for one in kept["answers"]]
    assert digests == sorted(digests)
    (bridge,) = (one for one in kept["answers"] if "bridge" in one["sentence"])
    assert bridge == {
        "asked": bridge["asked"],
        "model": "parrot",
        "sentence": ARTICLE.split("\n\n")[0],
        "form": "json_schema",
        "fingerprint": "b1",
        "digest": "sha256:abc",
        "written": [json.dumps(DENIAL)],
    }


def test_what_is_on_record_is_not_asked_again(desk, url, parrot):
    asked(desk, url)
    changed = ARTICLE.replace("for the whole town", "for the entire town")
    (desk / "article.txt").write_text(changed, encoding="utf-8")
    parrot.told.clear()
    done = asked(desk, url)
    assert parrot.told == [changed.split("\n\n")[0]]
    assert "sends 1 sentence and 2 passages of" in done.stderr
    assert "(2 more are answered on record)" in done.stderr


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--offline",), "judge.lock: --judge needs 3 answers that are not on record, and"),
        (("--offline", "--judge-lock", "x.lock"), "x.lock: --judge needs 3 answers"),
        (("--judge-lock", "article.txt"), "article.txt: holds no answers of a judge; remove it"),
        (("--judge-lock", "refs"), "refs: cannot be read"),
        (("--judge-model", ""), "--judge-model: must not be empty"),
    ],
)
def test_what_the_user_can_mend_does_not_start(desk, url, parrot, more, told):
    done = asked(desk, url, *more)
    assert (done.returncode, done.stdout, parrot.told) == (2, "", [])
    assert told in done.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--judge", "http://127.0.0.1:1"), "--judge-model: is missing"),
        (("--judge-model", "parrot"), "--judge: is missing"),
        (("--judge-only", "all"), "--judge: is missing"),
        (("--judge-lock", "x.lock"), "--judge: is missing"),
        (("--judge-limit", "3"), "--judge: is missing"),
        (("--judge", "http://me:pw@127.0.0.1", "--judge-model", "x"), "holds a name or password"),
    ],
)
def test_an_option_that_lacks_another_does_not_start(desk, options, told):
    done = audit(desk, "article.txt", "--no-model", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "pw" not in done.stderr


def test_a_server_that_is_not_there_is_a_problem_and_the_rest_stands(desk, monkeypatch):
    monkeypatch.setattr("auditor.opinion.chat_server.FIRST_PAUSE", 0.0)
    alone = json.loads(
        audit(desk, "article.txt", "--no-model", "--format", "json", "-o", "-").stdout
    )
    done = asked(desk, "http://127.0.0.1:1")
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert report["sentences"] == alone["sentences"]
    assert report["problems"] == [
        {
            "stage": "opinion",
            "where": "article.txt",
            "reason": "3 sentences had no second opinion of parrot at http://127.0.0.1:1: "
            "it cannot be reached",
        }
    ]
    assert report["second_opinion"]["unanswered"] == 3
    assert not (desk / "judge.lock").exists()


def test_one_question_that_fails_leaves_the_others(desk):
    def refuses(told: str) -> object:
        return None if "bridge" in texts(told)[0] else says()

    with judging(refuses) as url:
        report = json.loads(asked(desk, url).stdout)
    assert [problem["reason"] for problem in report["problems"]] == [
        f"1 sentence had no second opinion of parrot at {url}: its reply holds no text"
    ]
    assert report["second_opinion"]["undecided"] == 2


def test_what_a_judge_says_may_be_let_stand_and_no_one_calls_that_unused(desk, url):
    (finding,) = (f for f in found(asked(desk, url)) if f["rule"] == "judge-denied")
    named = f"article.txt:{finding['fingerprint'][:8]}"
    signed = ("--reason", "We were there.", "--by", "AB", "--no-model")
    done = audit(desk, "waive", named, *signed, *judge(url), "--offline")
    assert (done.returncode, done.stdout) == (
        0,
        "article.txt: warning judge-denied “painted” may stand: right, but the words stay\n",
    )
    (waived,) = (f for f in found(asked(desk, url)) if f["rule"] == "judge-denied")
    assert waived["waived"]["reason"] == "We were there."
    alone = audit(desk, "article.txt", "--no-model", "--format", "json", "-o", "-")
    assert json.loads(alone.stdout)["article_findings"] == []


def found(done: Done) -> list[dict[str, Any]]:
    return [f for s in json.loads(done.stdout)["sentences"] for f in s["findings"]]


@pytest.mark.parametrize(("limit", "left"), [("--judge-limit", 2), ("--judge-tokens", 3)])
def test_what_passes_a_limit_is_a_problem(desk, url, parrot, limit, left):
    done = asked(desk, url, limit, "1")
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert len(parrot.told) == 3 - left
    assert report["problems"][0]["reason"] == (
        f"{left} sentences had no second opinion: the limit of the run was reached; "
        "raise --judge-limit or --judge-tokens"
    )


def test_limits_are_for_all_articles_together(desk, url, parrot):
    (desk / "second.txt").write_text(ARTICLE, encoding="utf-8")
    done = asked(desk, url, "second.txt", "--judge-limit", "4", "--workers", "2")
    first, second = json.loads(done.stdout)
    assert first["second_opinion"]["sentences"] == ["s1", "s2", "s3"]
    assert second["second_opinion"]["sentences"] == ["s1"]
    assert len(parrot.told) == 3, "the second article asks what the first one had answered"


def test_dropped_answers_are_counted_with_their_reason(desk):
    def liar(told: str) -> object:
        lie = {**DENIAL, "quote": "words that nobody wrote"}
        return lie if "bridge" in texts(told)[0] else "Dunno."

    with judging(liar) as url:
        report = json.loads(asked(desk, url).stdout)
    assert report["second_opinion"]["dropped"] == [
        {"reason": "no answer of the form asked for", "answers": 2},
        {"reason": "its quotation does not stand in that passage", "answers": 1},
    ]
    assert [f for s in report["sentences"] for f in s["findings"] if "judge" in f["rule"]] == []


def test_the_key_stands_nowhere(desk, monkeypatch):
    monkeypatch.setenv(KEY, "sk-0123456789")
    with judging(lambda told: f"You sent sk-0123456789 {json.dumps(says())}") as url:
        done = asked(desk, url, "-v")
    written = "".join(path.read_text() for path in desk.rglob("*") if path.is_file())
    assert done.returncode in (0, 1)
    assert "sk-0123456789" not in done.stdout + done.stderr + written


def test_quiet_says_nothing_and_the_report_still_does(desk, url):
    done = asked(desk, url, "-q", form="text")
    assert done.stderr == ""
    assert "was sent 3 sentences" in " ".join(done.stdout.split())


def test_a_record_that_cannot_be_written_is_a_problem(desk, url):
    (desk / "kept.lock").symlink_to(desk / "elsewhere.lock")
    done = asked(desk, url, "--judge-lock", "kept.lock")
    (problem,) = json.loads(done.stdout)["problems"]
    assert done.returncode == 3
    assert problem["where"] == "kept.lock"
    assert problem["reason"].startswith("the answers are not on record: is a link")
    assert not (desk / "elsewhere.lock").exists()


def test_no_report_takes_the_place_of_the_record(desk, url):
    asked(desk, url)
    done = audit(
        desk,
        *("article.txt", "--no-model", "--format", "json", "-o", "judge.lock"),
        *("--judge", url, "--judge-model", "parrot"),
    )
    assert done.returncode == 2
    assert "judge.lock: is judge.lock, which is read" in done.stderr
