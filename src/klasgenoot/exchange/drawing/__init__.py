"""Drawn portraits: a `Face` in, a JPEG out. The sample class has no photos of real people."""

from klasgenoot.exchange.drawing.portrait import draw_face

__all__ = ["draw_face"]
