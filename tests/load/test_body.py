import gzip
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.load.body import body
from auditor.load.source import MAX_BYTES, Unreadable

WORDS = b"The bridge closed on Wednesday. " * 40
PACKED = gzip.compress(WORDS, mtime=0)


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


@pytest.mark.parametrize("size", [1, 7, 65_536])
@pytest.mark.parametrize(
    ("coding", "data"),
    [
        ("", WORDS),
        (" ", WORDS),
        ("identity", WORDS),
        ("gzip", PACKED),
        (" GZip ,", PACKED),
        ("x-gzip", PACKED),
    ],
)
def test_a_page_is_unpacked_as_its_server_says(coding: str, data: bytes, size: int) -> None:
    assert body("page", coding, pieces(data, size)) == WORDS


@pytest.mark.parametrize(
    "coding",
    ["gzip, gzip", "identity, gzip", "gzip,gzip,gzip", "br", "deflate", "zstd", "x", "a/b"],
)
def test_packing_of_several_layers_or_another_kind_is_an_error(coding: str) -> None:
    with pytest.raises(Unreadable, match=r"page: is packed as .*, but only gzip is read.* save"):
        body("page", coding, [PACKED])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no gzip", "is damaged gzip"),
        (zlib.compress(WORDS), "is damaged gzip"),
        (PACKED[:60] + b"~" + PACKED[61:], "is damaged gzip"),
        (PACKED[:-1], "is not one whole gzip text"),
        (PACKED[:30], "is not one whole gzip text"),
        (b"", "is not one whole gzip text"),
        (PACKED + b"more", "is not one whole gzip text"),
        (PACKED + PACKED, "is not one whole gzip text"),
    ],
)
def test_what_is_not_the_whole_of_a_page_is_an_error(data: bytes, message: str) -> None:
    for size in (1, 65_536):
        with pytest.raises(Unreadable, match=f"page: {message}.*save the page"):
            body("page", "gzip", pieces(data, size))


@pytest.mark.parametrize("more", [0, 1])
def test_a_page_may_be_as_large_as_a_file_and_no_larger(more: int) -> None:
    data = b"x" * (MAX_BYTES + more)
    for coding, sent in (("", data), ("gzip", gzip.compress(data))):
        if more:
            with pytest.raises(Unreadable, match="page: is larger than 5 MB; save its text"):
                body("page", coding, pieces(sent, 4096))
        else:
            assert body("page", coding, pieces(sent, 4096)) == data


def test_a_page_that_would_unpack_to_gigabytes_takes_the_memory_of_one() -> None:
    packer = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    mebibyte = bytes(1 << 20)
    bomb = b"".join(packer.compress(mebibyte) for _ in range(200)) + packer.flush()
    tracemalloc.start()
    with pytest.raises(Unreadable, match="is larger than 5 MB"):
        body("page", "gzip", [bomb])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 * MAX_BYTES


@given(st.text(max_size=20), st.lists(st.binary()))
def test_any_bytes_are_a_page_or_an_error(coding: str, sent: list[bytes]) -> None:
    with suppress(Unreadable):
        body("page", coding, sent)
