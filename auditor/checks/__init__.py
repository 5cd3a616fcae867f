"""Checkers: one module for each kind of check, found by being here."""
