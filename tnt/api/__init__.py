"""What notebooks use: packs that are read once, estimates with frames, and wrong use said in a sentence."""
