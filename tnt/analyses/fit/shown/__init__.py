"""The answer in the reader's words: sentences, tables and drawings that the terminal and the page share."""
