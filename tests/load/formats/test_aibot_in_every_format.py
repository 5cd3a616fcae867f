"""The same text is the same text, whatever file a desk has of it."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from auditor import Auditor
from auditor.load import load_references
from auditor.load.formats.delivered import READERS
from auditor.load.formats.made_page import made_page
from auditor.load.source import format_of_name
from auditor.model.audit import Audit
from auditor.model.finding import Finding
from tests.aibot import CASE, audited
from tests.load.formats.wrapped import WRITERS

SOURCES = Path(__file__).parents[3] / "fixtures" / "sources" / "aibot"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((CASE / "refs").iterdir())}


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("suffix", [".docx", ".odt", ".rtf", ".pdf"])
def test_what_libreoffice_saved_reads_as_the_text_it_was_made_from(suffix, name):
    path = SOURCES / f"{name}{suffix}"
    reader = import_module(f"auditor.load.formats.{READERS[format_of_name(path.name)]}")
    assert words(made_page(reader.read(path.read_bytes())).text) == words(TEXTS[name])


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_text_wrapped_in_a_file_reads_as_itself(tmp_path, suffix):
    path = tmp_path / f"story{suffix}"
    path.write_bytes(WRITERS[suffix](TEXTS["002"]))
    documents, problems = load_references([str(path)])
    assert [words(document.text) for document in documents] == [words(TEXTS["002"])]
    assert problems == ()


def told(audit: Audit) -> list[tuple[Finding, ...]]:
    """Return what was found, without what the kind of a file changes: its name and places in it."""
    return [tuple(map(_plain, judged.findings)) for judged in audit.sentences]


def _plain(finding: Finding) -> Finding:
    message = finding.message
    for suffix in (".pdf", ".docx", ".rtf", ".eml"):
        message = message.replace(suffix, ".txt")
    passages = tuple(
        replace(one, start=0, end=0, text=" ".join(one.text.split())) for one in finding.evidence
    )
    return replace(finding, message=message, evidence=passages)


def test_the_aibot_case_has_the_same_findings_from_a_pdf_word_rtf_and_mail(tmp_path):
    for name, suffix in (("001", ".pdf"), ("002", ".docx"), ("003", ".rtf")):
        (tmp_path / f"{name}{suffix}").write_bytes((SOURCES / f"{name}{suffix}").read_bytes())
    (tmp_path / "004.eml").write_bytes(WRITERS[".eml"](TEXTS["004"]))
    mixed = Auditor(model=False).audit(CASE / "article.txt", [tmp_path]).audit
    assert told(mixed) == told(audited())
    assert mixed.problems == audited().problems
    assert [one.verdict for one in mixed.sentences] == [one.verdict for one in audited().sentences]
