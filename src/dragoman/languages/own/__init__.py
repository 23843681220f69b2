"""A user's own acts, words and names, from a folder of files of the same form as ours (docs/own-words.md)."""

from dragoman.languages.own.lexicon import OwnLexicon

__all__ = ["OwnLexicon"]
