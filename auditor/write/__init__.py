"""Writing to the world: files that nothing else loses by, standard streams, how a run ends."""
