"""The backups: which there are, and putting one back."""
