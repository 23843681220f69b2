"""The document as a whole: mentions of one event merged, dates united, records made."""
