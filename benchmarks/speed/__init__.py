"""Where an audit of one story spends its time."""
