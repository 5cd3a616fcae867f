"""What was agreed upon with the editor."""

import pytest
from lsprotocol import types
from pygls.lsp.server import LanguageServer

from auditor.editors.desk import Desk, encoding_of, kind_of_explanation


def desk(capabilities: types.ClientCapabilities) -> Desk:
    """Return the desk of a server that an editor has said hello to."""
    server = LanguageServer("audit", "1")
    hello = server.protocol.lsp_initialize(types.InitializeParams(capabilities))
    with pytest.raises(StopIteration):
        next(hello)
    return Desk(server)


@pytest.mark.parametrize(
    ("offered", "agreed"),
    [
        (None, "utf-16"),
        ([types.PositionEncodingKind.Utf16], "utf-16"),
        ([types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16], "utf-8"),
        ([types.PositionEncodingKind.Utf32], "utf-32"),
        (["utf-7", "utf-8"], "utf-8"),
        (["utf-7"], "utf-16"),
    ],
)
def test_columns_count_what_the_editor_likes_best_and_the_server_knows(offered, agreed):
    general = types.GeneralClientCapabilities(position_encodings=offered)
    assert encoding_of(desk(types.ClientCapabilities(general=general))) == agreed


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        (None, types.MarkupKind.Markdown),
        ([types.MarkupKind.PlainText], types.MarkupKind.PlainText),
        (
            [types.MarkupKind.PlainText, types.MarkupKind.Markdown],
            types.MarkupKind.Markdown,
        ),
    ],
)
def test_a_hover_is_markdown_unless_the_editor_shows_none(kinds, kind):
    hover = types.HoverClientCapabilities(content_format=kinds)
    document = types.TextDocumentClientCapabilities(hover=hover)
    able = desk(types.ClientCapabilities(text_document=document))
    assert kind_of_explanation(able) is kind
