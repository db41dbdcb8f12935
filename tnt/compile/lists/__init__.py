"""Which lists are meant: some of a table, a number of people said in words, and what is answered to anything else."""
