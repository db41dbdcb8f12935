"""The labelled result and the forms it goes out in."""
