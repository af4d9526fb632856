"""What is past its term."""
