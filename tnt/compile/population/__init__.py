"""Who recommendations are for, as columns of the engine."""
