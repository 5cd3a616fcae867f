"""Pairs of a wrong and a faithful article on the same reports, by kind of error."""
