"""What is done today, as far as the files tell."""
