"""Working time of posts and what of it is set aside, for staff and for people listed."""
