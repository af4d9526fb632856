"""All photos of a class, cut to the portrait one after the other."""
