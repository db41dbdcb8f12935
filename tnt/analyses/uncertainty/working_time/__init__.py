"""The time there is, in draws."""
