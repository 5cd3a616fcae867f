"""What MkDocs calls: pages are added before it reads, and what it wrote is looked through."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from handbook import command_page, reference_pages, rule_pages

ELSEWHERE = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']?(?:https?:)?//[^"'\s>]+"""
    r"""|<link\b(?![^>]*\brel=["']?canonical)[^>]*\bhref=["']?(?:https?:)?//[^"'\s>]+"""
)
"""What a browser would fetch from another place as soon as it opens a page."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that nobody writes by hand."""
    made = {**rule_pages.pages(), **reference_pages.pages(), **command_page.pages()}
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Look through the site that was written.

    Raises:
        PluginError: naming the page that would fetch something from another place.
    """
    for path in sorted(Path(config.site_dir).rglob("*.html")):
        asked = ELSEWHERE.search(path.read_text(encoding="utf-8"))
        if asked:
            raise PluginError(f"{path}: fetches from another place: {asked[0]}")
