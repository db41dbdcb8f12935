"""An estimate as one web page: a section a module."""
