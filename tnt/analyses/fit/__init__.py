"""What fits in the time there is, and what would have to give way when something comes in."""
