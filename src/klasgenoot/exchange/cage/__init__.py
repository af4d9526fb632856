"""The cage: a process of its own in which strange files are read (docs/decisions/0017)."""

WORD = "--cage"
"""The first argument that makes this program the inside of a cage instead of the app."""
