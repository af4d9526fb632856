"""How does it all start? The one place where the rooms are put together."""
