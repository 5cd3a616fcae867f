"""Who did what: the part that a name plays beside the one that the references give it."""
