"""A folder a language, found by its ISO 639-1 name; nothing else knows which languages there are."""

from dragoman.languages.contract import Language, Parser, available, language

__all__ = ["Language", "Parser", "available", "language"]
