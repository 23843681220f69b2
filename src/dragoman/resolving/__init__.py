"""Mention -> what it stands for: parties as of the dispatch's date, dates, places."""
