"""Hours year by year, as people grow older and uptake grows."""
