"""Texts that nobody would write: does an audit of them ever fail?"""
