"""Klasgenoot: know every student by name, and let nobody stay unseen."""

__version__ = "0.1.0"
