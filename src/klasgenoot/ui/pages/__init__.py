"""What does each page look like? One package per page; no page knows another."""
