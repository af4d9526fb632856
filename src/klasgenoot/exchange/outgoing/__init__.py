"""Writers of what leaves: each makes bytes of plain values, and no file anywhere."""
