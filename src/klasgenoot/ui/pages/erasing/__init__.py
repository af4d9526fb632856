"""Erasing somebody for good, and closing a year."""
