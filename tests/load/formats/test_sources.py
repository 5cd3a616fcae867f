"""Files as programs save them: the text of each, whole."""

from importlib import import_module
from pathlib import Path

import pytest

from auditor.load.document import document
from auditor.load.formats.content import Content
from auditor.load.formats.delivered import READERS, documents_in
from auditor.load.formats.made_page import made_page
from auditor.load.page import ReadPage
from auditor.load.source import Source, Unreadable, format_of_name, read_file
from auditor.model.locator import located
from auditor.model.words import SentenceKind

SOURCES = Path(__file__).parents[3] / "fixtures" / "sources"

TITLE = "Harbour fire kills three in Leith"
KILLED = (
    "Three dockers were killed on Tuesday when a fire broke out in a grain store at the harbour of "
    "Leith, police said."
)
FORGET = (
    "“We will never forget them,” said Mayor Anna Lind, who visited the quay on Wednesday morning. "
    "Some 120 firefighters fought the blaze for nine hours."
)
FINED = "The owner, Nordkai Ltd, had been fined 40,000 euros in 2019 for blocked exits."
DENIED = f"{FINED} A spokeswoman denied that the exits were blocked on Tuesday."
WIRE = f"LEITH, March 3 (Norvia Wire) – {KILLED}"
BURNS = "Eleven people were treated in hospital, two of them for burns."
BEGAN = "The fire began at 4:30 p.m. in the northern store."
KNOWN = "What is known"
ROWS = ("Year | Fires | Killed", "2019 | 4 | 0", "2021 | 6 | 3")
STORY = (TITLE, WIRE, FORGET, KNOWN, BEGAN, BURNS, *ROWS, DENIED)
POINTS = (TITLE, WIRE, FORGET, KNOWN, f"• {BEGAN}", f"• {BURNS}", *ROWS, DENIED)
PRINTED_ROWS = ("Year Fires Killed", "2019 4 | 0", "2021 6 | 3")
COLUMNS = (
    f"{TITLE} as grain store burns for nine hours",
    (
        f"{KILLED} The government had promised an investigation into the safety of the "
        "installation after an earlier incident."
    ),
    f"{FORGET[:-1]} before it was extinguished.",
    (
        "The fire began at half past four in the northern store, according to the commander of the "
        f"operation. {BURNS[:-1]}, and a long-term closure of the terminal is expected by the "
        "administration."
    ),
    (
        "The owner, Nordkai, had been fined 40,000 euros in 2019 for obstructed emergency exits. A "
        "spokeswoman denied that the exits were obstructed on Tuesday, and announced cooperation "
        "with the investigators of the ministry."
    ),
    (
        "Neighbouring municipalities sent reinforcements. Representatives of the transport workers "
        "demanded immediate compensation for the families and a reorganisation of responsibilities "
        "at the terminal."
    ),
)
STRIKE = "The dockers’ union called for a strike on Friday."
TREATED = "Eleven people were treated in hospital."


def content(name: str) -> Content:
    reader = import_module(f"auditor.load.formats.{READERS[format_of_name(name)]}")
    read: Content = reader.read((SOURCES / name).read_bytes())
    return read


def page(name: str) -> ReadPage:
    return made_page(content(name))


@pytest.mark.parametrize(
    ("name", "paragraphs"),
    [
        ("libreoffice.docx", STORY),
        ("libreoffice.odt", STORY),
        ("libreoffice.rtf", POINTS),
        ("libreoffice.pdf", (*POINTS[:6], *PRINTED_ROWS, DENIED)),
        ("pandoc.docx", (TITLE, *STORY)),
        ("pandoc.odt", (TITLE, *STORY)),
        ("pandoc.rtf", (TITLE, *POINTS)),
        (
            "word.docx",
            (
                *(TITLE, KILLED, FORGET, TREATED, "The fire began at 4:30-5 p.m."),
                *("2019 | 4 fires", "2021 | 6 fires", FINED, "Police said on Wednesday."),
            ),
        ),
        ("word.rtf", (TITLE, KILLED, f"{FORGET[:-1]} —\u00a0police said.".replace("\u00a0", " "))),
        (
            "chromium-print.pdf",
            (
                *STORY[:6],
                *PRINTED_ROWS,
                DENIED,
                *(TITLE, "11/30/26, 1:10 AM", "http://wire.example/story.html"),
            ),
        ),
        ("chromium-columns.pdf", COLUMNS),
        ("scan.pdf", COLUMNS),
        (
            "agency-nitf.xml",
            (
                *(TITLE, "Nine hours to put out grain store", "By Jo Berg Norvia Wire"),
                *(f"LEITH (NW) — {KILLED}", FORGET, "2019 | 4 fires", "2021 | 6 fires", FINED),
                "Reporting by Jo Berg",
            ),
        ),
        ("agency-newsml.xml", (TITLE, "By Jo Berg", WIRE, FORGET, TREATED, FINED)),
        (
            "broadcaster.srt",
            (
                f"{KILLED.removesuffix(', police said.')}.",
                "ANNA LIND: We will never forget them.",
                "Some 120 firefighters fought the blaze for nine hours.",
            ),
        ),
        (
            "briefing.vtt",
            (
                (
                    "Anna Lind: Good morning. We will never forget the three dockers who died on "
                    "Tuesday. Some 120 firefighters fought the blaze for nine hours."
                ),
                "Jo Berg: Were the exits blocked?",
                "Anna Lind: That is being investigated & nobody knows yet.",
            ),
        ),
    ],
)
def test_a_file_gives_its_paragraphs_in_the_order_of_reading(name, paragraphs):
    text = page(name).text
    assert [line for line in text.split("\n") if line] == list(paragraphs)


def test_a_paragraph_that_goes_on_overleaf_is_one_and_its_word_is_whole():
    read = page("chromium-pages.pdf")
    paragraph = next(line for line in read.text.split("\n") if "operator" in line)
    assert paragraph.endswith("denied responsibility for the reinforcements.")
    places = ("Three dockers", "neighbouring", "Representatives", "http://")
    assert [located(read.locators, read.text.index(words)) for words in places] == [
        "page 1",
        "page 1",
        "page 2",
        "page 1",
    ]


@pytest.mark.parametrize(
    ("name", "gaps"),
    [
        ("libreoffice.docx", ()),
        ("word.docx", ("holds 9 words formatted as hidden, which were not read",)),
        ("word.rtf", ("embeds other documents, which were not read; save their text",)),
        (
            "scan.pdf",
            (
                (
                    "page 2 shows no text, as a scan does; save its text, or say --ocr where "
                    "tesseract is installed"
                ),
            ),
        ),
    ],
)
def test_what_of_a_file_is_not_read_is_told(name, gaps):
    assert page(name).gaps == gaps


@pytest.mark.parametrize(
    ("name", "words", "label"),
    [
        ("libreoffice.docx", "The owner", "paragraph 10"),
        ("libreoffice.odt", BURNS, "paragraph 6"),
        ("chromium-columns.pdf", "Neighbouring", "page 1"),
        ("broadcaster.srt", "when a fire", "00:00:04"),
        ("broadcaster.srt", "Some 120", "00:01:12"),
        ("briefing.vtt", "That is", "01:02:13"),
    ],
)
def test_words_have_a_page_a_paragraph_or_a_time(name, words, label):
    read = page(name)
    assert located(read.locators, read.text.index(words)) == label


@pytest.mark.parametrize(
    ("name", "words", "kind"),
    [
        ("libreoffice.docx", KNOWN, SentenceKind.HEADING),
        ("libreoffice.docx", BURNS, SentenceKind.LIST_ITEM),
        ("libreoffice.odt", ROWS[1], SentenceKind.TABLE_ROW),
        ("libreoffice.pdf", TITLE, SentenceKind.HEADING),
        ("libreoffice.pdf", BURNS, SentenceKind.LIST_ITEM),
        ("word.docx", TITLE, SentenceKind.HEADING),
        ("chromium-print.pdf", "11/30/26", SentenceKind.BOILERPLATE),
        ("agency-nitf.xml", "By Jo Berg", SentenceKind.BOILERPLATE),
        ("agency-nitf.xml", FORGET, SentenceKind.PROSE),
    ],
)
def test_headings_items_rows_and_running_heads_are_told_apart(name, words, kind):
    read = page(name)
    start = read.text.index(words)
    assert [block.kind for block in read.blocks if block.start == start] == [kind]


def test_a_mailbox_a_press_kit_and_a_crawl_are_several_documents_each_with_its_name():
    told = [
        (found.where, found.reason[:24]) if isinstance(found, Unreadable) else found.path
        for name in ("thunderbird.mbox", "press-kit.zip", "wget.warc.gz", "outlook.eml")
        for found in documents_in(Source(name, (SOURCES / name).read_bytes(), format_of_name(name)))
    ]
    assert told == [
        "thunderbird.mbox!1",
        "thunderbird.mbox!2",
        "press-kit.zip!Press kit/release.docx",
        "press-kit.zip!Press kit/statement.txt",
        ("press-kit.zip!Press kit/photo.jpg", "is a .jpg file; .txt, .m"),
        "press-kit.zip!Press kit/mail.eml",
        "wget.warc.gz!http://wire.example/fire.html",
        ("wget.warc.gz!http://wire.example/gone.html", "was answered by 404, so "),
        "outlook.eml",
        "outlook.eml!Statement.docx",
        ("outlook.eml!quay.jpg", "is a .jpg file; .txt, .m"),
    ]


@pytest.mark.parametrize(
    ("name", "title", "day", "opening"),
    [
        ("thunderbird.eml", TITLE, "2021-03-03", f"{TITLE} Three dockers"),
        (
            "outlook.eml",
            "Statement on the fire – “all exits were open”",
            "2021-03-04",
            "Statement on the fire – “all exits were open” All exits of the northern store",
        ),
        (
            "apple.eml",
            "Dockers’ union on the fire",
            "2021-03-03",
            f"Dockers’ union on the fire {STRIKE} “Three of our colleagues",
        ),
        ("gmail-forwarded.eml", TITLE, "2021-03-03", "---------- Forwarded message"),
        ("chromium.mhtml", TITLE, "2021-03-03", f"{TITLE} Three dockers"),
        ("agency-newsml.xml", TITLE, "2021-03-03", f"{TITLE} By Jo Berg"),
    ],
)
def test_mails_saved_pages_and_agencies_tell_title_and_day(name, title, day, opening):
    read = document("r1", read_file(SOURCES / name))
    assert (read.title, str(read.published)) == (title, day)
    assert " ".join(read.text.split()).startswith(opening)
