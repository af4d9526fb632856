"""What does a page show, and what can it do? QtCore only."""
