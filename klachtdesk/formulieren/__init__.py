"""The catalogue of form fields, defined once for screen, paper and storage."""
