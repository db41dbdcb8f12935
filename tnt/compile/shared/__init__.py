"""Work that coincides: tasks of one activity, and tasks that fall in one visit."""
