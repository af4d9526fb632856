"""When there are lessons, and when there are none."""
