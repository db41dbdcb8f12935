"""The documents people write, one module a kind."""
