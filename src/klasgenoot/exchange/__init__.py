"""What comes in and goes out as files? One module per format, plain values on this side."""
