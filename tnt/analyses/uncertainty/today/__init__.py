"""Hours of today, draw by draw, where the uptake of today follows from what was observed."""
