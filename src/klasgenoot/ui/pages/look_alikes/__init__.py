"""Telling two apart who are taken for each other, over the whole window."""
