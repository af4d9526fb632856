"""What holds the pages together? The window, navigation, actions and the command palette."""
