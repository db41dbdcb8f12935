"""What people write -> the one form that readers know: figures, units, frequencies, ranges. Texts only, no meaning."""
