"""Documents and lists -> a result: the sums of an estimate, labelled."""
