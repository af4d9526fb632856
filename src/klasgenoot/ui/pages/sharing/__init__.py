"""Delen en printen: a class as a list, on paper, on a phone or for a colleague."""
