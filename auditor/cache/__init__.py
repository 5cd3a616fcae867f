"""What outlives a run: parses and readings, so that a text that hardly changed is audited soon."""
