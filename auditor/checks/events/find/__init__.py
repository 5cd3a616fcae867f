"""Frames of what sentences tell, references grouped by the event they report, events."""
