"""One folder a question that is asked of an estimate; none knows another."""
