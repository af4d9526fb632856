"""Learning the name behind a face: one card at a time, over the whole window."""
