"""Offices: does the article make somebody what the references do not?"""
