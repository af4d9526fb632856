"""The page Talk round: a short talk with everybody, and ten days with one or two."""
