"""What is made from the documents' fields: the JSON Schema, and the reference page."""
