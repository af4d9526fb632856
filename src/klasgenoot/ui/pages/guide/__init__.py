"""The page Guide: eleven recommendations beside the teacher's own evidence."""
