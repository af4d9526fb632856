"""How does it look? Widgets that know the looks and not the meaning."""
