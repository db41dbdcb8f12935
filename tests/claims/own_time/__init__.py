"""The patient's own time."""
