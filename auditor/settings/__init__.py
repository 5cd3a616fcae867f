"""What a newsroom decides once: the configuration file, and what holds for a run and a story."""
