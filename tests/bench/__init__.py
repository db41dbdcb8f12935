"""Benchmarks: ratios measured side by side in one process, never seconds. docs/speed.md says what and how."""
