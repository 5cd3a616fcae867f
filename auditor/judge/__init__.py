"""From findings to verdicts, and the findings of an audit as all outputs show them."""
