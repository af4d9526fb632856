"""The page on which a student's data is read through, covered in part, and handed over."""
