"""Every kind of file but text, Markdown and HTML: a module each, run in a process of its own."""
