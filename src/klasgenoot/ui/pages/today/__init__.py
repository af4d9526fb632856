"""The day: the next lesson, who to speak with, what was promised, and names to practise."""
