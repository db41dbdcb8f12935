"""Hours as draws: streams of random numbers, sums over draws, and what drives them."""
