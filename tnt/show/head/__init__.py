"""The head of every answer: of which guideline it is, on which lists, with which working time."""
