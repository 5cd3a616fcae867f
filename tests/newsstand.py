"""``news.example`` as the pages of the documentation tell of it: its bridge page changes once."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import httpx
import respx

ADDRESS = "93.184.215.14"
PAGE = """<html><head><meta property="article:published_time" content="{day}T10:00:00Z"></head>
<body><article><h1>{title}</h1><p>{words}</p></article></body></html>"""
BRIDGE = PAGE.format(
    day="2031-05-14",
    title="Selby bridge shut",
    words="The harbour bridge in Selby was closed on {} after divers found cracks in two pillars.",
)
FERRY = PAGE.format(
    day="2031-05-15",
    title="Ferry runs until midnight",
    words="The ferry in Selby will run until midnight while the bridge is shut, the city said.",
)
GONE = """<html><body><article><h1>Ferry of Selby returns</h1>
<p>The ferry in Selby crosses the harbour again since Monday, the city said.</p>
</article></body></html>"""
RSS = """<rss version="2.0"><channel>
<item><link>https://news.example/bridge</link>
 <pubDate>Tue, 13 May 2031 10:00:00 GMT</pubDate></item>
<item><link>https://news.example/ferry</link>
 <pubDate>Thu, 15 May 2031 10:00:00 GMT</pubDate></item>
<item><link>https://news.example/about</link></item>
</channel></rss>"""
SNAPSHOT = "http://web.archive.org/web/20310501101112/https://news.example/gone"


@contextmanager
def open_newsstand() -> Iterator[None]:
    """Let ``news.example`` and the archive be there."""
    found = patch("socket.getaddrinfo", lambda host, port, **_: [(2, 1, 6, "", (ADDRESS, port))])
    with found, respx.mock(assert_all_called=False) as web:
        web.get(f"https://{ADDRESS}/robots.txt").respond(404)
        visits = iter(["Wednesday"])
        web.get(f"https://{ADDRESS}/bridge").mock(
            side_effect=lambda _: httpx.Response(200, html=BRIDGE.format(next(visits, "Tuesday")))
        )
        web.get(f"https://{ADDRESS}/ferry").respond(200, html=FERRY)
        web.get(f"https://{ADDRESS}/rss").respond(
            200, content=RSS, headers={"Content-Type": "application/rss+xml"}
        )
        web.get(f"https://{ADDRESS}/gone").respond(404)
        web.get(f"https://{ADDRESS}/wayback/available").respond(
            200, json={"archived_snapshots": {"closest": {"available": True, "url": SNAPSHOT}}}
        )
        web.get(f"https://{ADDRESS}/web/20310501101112id_/https://news.example/gone").respond(
            200, html=GONE
        )
        yield
