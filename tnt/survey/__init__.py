"""Minutes asked of clinicians: a short form to fill in, and the answers as times for a guideline."""
