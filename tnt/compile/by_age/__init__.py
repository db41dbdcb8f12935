"""Recommendations whose numbers differ by age: bands of ages, and what is added up over them."""
