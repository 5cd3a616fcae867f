"""From fitted weights to the files that ship."""
