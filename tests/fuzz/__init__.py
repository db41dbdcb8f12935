"""Mutated packs, tables and paths through every command; `make fuzz`. docs/contributing.md says how to use it."""
