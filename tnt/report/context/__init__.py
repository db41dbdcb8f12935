"""What the template of the report gets: documented fields, tested both ways."""
