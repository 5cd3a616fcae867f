"""A real Chromium, and the page of a report opened in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from auditor.model.audit import Audit
from auditor.render.html import to_html

Open = Callable[..., Page]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
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


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens a report; at the end no request or page error may have been."""
    asked: list[str] = []
    said: list[str] = []
    contexts = []

    def open_(audit: Audit, hash_: str = "", width: int = 1440, **options: Any) -> Page:
        path = tmp_path / "report.html"
        path.write_text(to_html(audit), encoding="utf-8")
        options.setdefault("viewport", {"width": width, "height": 900})
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5_000)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{path.as_uri()}{hash_}")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "blob:file:"))] == []
    assert said == []
