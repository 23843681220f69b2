"""What the English model gets wrong, mended before anything is read off its trees."""
