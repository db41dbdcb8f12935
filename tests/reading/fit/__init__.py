"""Choosing among recommendations: what files may say of it."""
