"""Documents and a date -> the arrays of the engine, with the origin of every number."""
