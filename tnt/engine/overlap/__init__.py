"""Work that several tasks ask for and that is done once: METHOD "Overlap"."""
