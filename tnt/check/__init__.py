"""Plausibility and provenance: what is legal and may still not be meant."""
