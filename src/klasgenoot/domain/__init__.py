"""What does the school itself know? People, names, memory, contact: values and pure functions."""
