"""Reading articles and references from files and the web."""
