"""The import page: from a list and photos to a class."""
