"""A fact-check auditor for AI-written news articles."""
