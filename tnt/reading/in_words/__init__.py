"""What people write in words of their own, read as the language has it: keys, ids, roles, conditions, strengths."""
