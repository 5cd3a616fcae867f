"""A real Chromium, and the page of a report opened in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from auditor.model.audit import Audit
from auditor.render.html import to_html

Open = Callable[..., Page]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 30_000
"""Milliseconds to wait for what must come: a busy machine is not the page's fault."""

expect.set_options(timeout=PATIENCE)

MISSING = "Chromium is missing: apt-get install chromium"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium; without it these tests fail in CI and are skipped elsewhere."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Audit], Path]:
    """Return a function that writes a report; each is written once for all tests."""
    folder = tmp_path_factory.mktemp("reports")
    known: dict[int, tuple[Audit, Path]] = {}

    def write(audit: Audit) -> Path:
        if id(audit) not in known:
            path = folder / str(len(known)) / "report.html"
            path.parent.mkdir()
            path.write_text(to_html(audit), encoding="utf-8")
            known[id(audit)] = audit, path
        return known[id(audit)][1]

    return write


Watched = tuple[Page, list[str], list[str]]
"""A page, the addresses that it asked for, and what it wrote to the console."""


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Watched:
    """Return the tab that tests share, since a new one costs more than most of them do."""
    return watched(browser, {"viewport": {"width": 1440, "height": 900}})


def watched(browser: Browser, options: dict[str, Any]) -> Watched:
    asked: list[str] = []
    said: list[str] = []
    page = browser.new_context(**options).new_page()
    page.set_default_timeout(PATIENCE)
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return page, asked, said


FORGET = """sessionStorage.clear();
addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);"""
"""The next test begins anew, and nothing asks before this one is left."""


@pytest.fixture
def open_report(browser: Browser, tab: Watched, written: Callable[[Audit], Path]) -> Iterator[Open]:
    """Return a function that opens a report; at the end no request or page error may have been.

    Tests share one tab, unless they ask for a `fresh` one or for options of their own.
    """
    own: list[Watched] = []

    def open_(
        audit: Audit, hash_: str = "", width: int = 1440, *, fresh: bool = False, **options: Any
    ) -> Page:
        size = {"width": width, "height": 900}
        used = tab
        if fresh or options:
            used = watched(browser, {"viewport": size, **options})
            own.append(used)
        else:
            tab[0].set_viewport_size(size)  # type: ignore[arg-type]  # its type is private
        used[0].bring_to_front()  # keys go to the tab in front
        used[0].goto(f"{written(audit).as_uri()}{hash_}")
        return used[0]

    yield open_
    for page, _, _ in own:
        page.context.close()
    page, asked, said = tab
    if page.url != "about:blank":
        page.emulate_media(media="null")
        page.evaluate(FORGET)
    seen = [url for _, urls, _ in (tab, *own) for url in urls]
    assert [url for url in seen if not url.startswith(("file:", "blob:file:"))] == []
    assert [text for _, _, texts in (tab, *own) for text in texts] == []
    asked.clear()
    said.clear()
