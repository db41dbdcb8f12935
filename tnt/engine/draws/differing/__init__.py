"""Lists that differ by a factor of their own, and verdicts on lists in draws."""
