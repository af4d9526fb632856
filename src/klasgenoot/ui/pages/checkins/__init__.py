"""Who has not been seen lately? A wall of faces and a list, whose turn it is first."""
