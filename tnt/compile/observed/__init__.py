"""How many get it today, from what was observed of a task: METHOD.md, "What is done today, from activity"."""
