from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.load.document import document
from auditor.load.source import DELIVERED, Source, SourceFormat, Unreadable

PARTS = st.sampled_from(
    [
        *("Harbour bridge closes for repairs", "By Nora Quist", "Published", "Updated: "),
        *("Jan 6, 2024", "22/02/2024 17h30", "BAGHDAD, Jan 5, 2024 (CNA) – ", "---", "# "),
        *("\n", "\r\n", "\r", "\n\n", "<p>", "<br>", "<li>", "<td>", "\ufeff", "\xa0", "😀"),
        "The bridge in Selby closed on Wednesday after divers found cracks in its pillars.",
    ]
)


TEXTS = tuple(form for form in SourceFormat if form not in DELIVERED.values())
"""The others are read in a process of their own."""


@settings(max_examples=200)
@given(st.lists(PARTS | st.text(max_size=6), max_size=20).map("".join), st.sampled_from(TEXTS))
def test_dates_and_blocks_lie_in_order_inside_the_text(text: str, form: SourceFormat) -> None:
    try:
        data = text.encode()
        found = document("r1", Source("r1", data, form))
    except (UnicodeEncodeError, Unreadable):
        return
    last = 0
    for block in found.blocks:
        assert last <= block.start < block.end <= len(found.text)
        last = block.end
    last = 0
    for stated in found.dates:
        if stated.end:
            assert last <= stated.start < stated.end <= len(found.text)
            assert str(stated.value.year) in found.text[stated.start : stated.end]
            last = stated.end
    if found.published:
        assert found.published in {stated.value for stated in found.dates}
    assert document("r1", Source("r1", data, form)) == found
