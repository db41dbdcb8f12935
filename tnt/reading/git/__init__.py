"""The files of a pack at a revision of git, read as data."""
