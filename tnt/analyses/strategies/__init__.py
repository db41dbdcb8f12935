"""What strategies ask of a cohort over the years."""
