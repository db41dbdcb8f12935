"""Capacities side by side, the largest manageable list and the posts needed."""
