"""What `tnt fit` reads and cannot be meant."""
