"""The page Students: find one person, and see when you last saw them."""
