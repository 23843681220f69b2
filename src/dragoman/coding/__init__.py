"""Clause + candidates -> records: the act, who is in which role, how certain, who says so."""
