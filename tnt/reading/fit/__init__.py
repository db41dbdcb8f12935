"""What a choice among recommendations rests on: what excludes or needs what, and tiers and weights somebody signed."""
