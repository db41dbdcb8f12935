"""What every page shares: figures with their words, charts, templates."""
