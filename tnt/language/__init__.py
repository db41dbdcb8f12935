"""The language: strict pydantic documents, one module a kind, and the forms of values."""
