"""Answers to a time survey, read from files that strangers send."""
