"""What ships in ``rules/``: rules, word lists, facts, places."""
