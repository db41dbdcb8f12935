"""An estimate as a person reads it at a terminal: a section a module."""
