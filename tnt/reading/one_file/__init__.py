"""One file as far as it can be read: mistakes of one kind hide none of another."""
