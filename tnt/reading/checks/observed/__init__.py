"""What was observed of the work of today, and what does not go with it: METHOD.md, "What is done today"."""
