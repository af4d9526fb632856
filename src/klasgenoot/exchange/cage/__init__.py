"""The cage: a process of its own in which strange files are read (docs/decisions/0017)."""

WORD = "--cage"
"""The first argument that makes this program the inside of a cage instead of the app."""
PDF_WORD = "--cage-pdf"
"""Likewise, of a cage that reads PDFs: what reads those is in no other."""
