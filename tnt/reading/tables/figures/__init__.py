"""Figures that each list has one of: posts and registers, of its own table or a second one."""
