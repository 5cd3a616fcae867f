"""Quoted words beside the words of the references."""
