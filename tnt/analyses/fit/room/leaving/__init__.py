"""Recommendations that leave to make room, and what a role is spared without them."""
