"""Everything that was written, looked through while typing."""
