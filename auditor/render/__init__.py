"""Writing a report as terminal text, HTML, JSON or Markdown."""
