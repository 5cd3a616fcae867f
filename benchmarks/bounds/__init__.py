"""Is a text of any shape audited in bounded time and memory?"""
