"""Facts for the study coach, once the student agreed."""
