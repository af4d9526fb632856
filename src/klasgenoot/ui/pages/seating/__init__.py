"""The page Seating: who sits where in the room of a class."""
