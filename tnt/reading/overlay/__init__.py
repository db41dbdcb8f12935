"""What is laid over files before they are read as documents: dated values and scenarios."""
