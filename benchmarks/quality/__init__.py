"""How right the marks of each rule are, on all labelled material at once."""
