"""Sentence -> what it mentions: names, offices, times, quotations, words of acts."""
