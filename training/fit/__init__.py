"""Fitting the weights to the rows."""
