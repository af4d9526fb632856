"""What you promised, of all classes."""
