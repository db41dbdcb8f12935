"""Files -> located trees -> documents; tables of lists. Every problem found, located and coded."""
