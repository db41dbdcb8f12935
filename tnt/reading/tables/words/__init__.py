"""Words that tables use, in seven languages."""
