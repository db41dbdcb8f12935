"""What every output shares: words, files that appear whole, sheets, the terminal."""
