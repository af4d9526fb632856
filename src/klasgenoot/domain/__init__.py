"""What does the school itself know: people, names, memory, contact? Plain values and pure functions."""
