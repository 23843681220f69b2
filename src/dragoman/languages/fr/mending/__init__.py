"""What the French model gets wrong of verbs, pronouns and subjects, mended on its trees."""
