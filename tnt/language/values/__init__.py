"""The forms of values: ages, frequencies, numbers with range and source."""
