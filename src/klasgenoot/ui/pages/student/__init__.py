"""The page of one student: everything you may know, on one page."""
