"""What `tnt fit` reads beside the work itself: alternatives, prerequisites, what may move, weights and priorities."""
