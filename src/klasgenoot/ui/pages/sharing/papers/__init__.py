"""What is printed: each paper draws its own pages, for the PDF and for the small picture of it."""
