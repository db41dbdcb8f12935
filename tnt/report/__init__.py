"""What an estimate says, to people and programs: the page, the terminal, files."""
