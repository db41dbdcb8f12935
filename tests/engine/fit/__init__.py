"""The choice of what fits, against brute force and another solver."""
