"""How well a saved page is read: its story's words, day and writers."""
