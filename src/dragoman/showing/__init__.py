"""Records for eyes: at a terminal, in a notebook, and as derivations."""
