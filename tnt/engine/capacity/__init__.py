"""The time there is, and how hours stand to it: METHOD "Time there is"."""
