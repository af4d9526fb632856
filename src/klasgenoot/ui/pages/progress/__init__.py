"""How it goes with the names: the class, the line ahead, mix-ups and sweeps."""
