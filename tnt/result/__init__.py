"""A result: data only, labelled, unrounded; unknown is None."""
