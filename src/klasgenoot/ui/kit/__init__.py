"""What are pages built from? Theme, icons, portraits, chips and other parts without meaning."""
