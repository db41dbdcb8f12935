"""Numbers of a pack as drawn parameters, and the work that rests on them: what simulations are made of."""
