"""One picture of everybody becomes a photo of each."""
