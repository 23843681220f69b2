"""Questions of a user's own: who or what is meant by some words, as of a day (docs/who.md)."""

from dragoman.asking.identities import Belonging, Holding, Identity, IdentityKind
from dragoman.asking.question import who

__all__ = ["Belonging", "Holding", "Identity", "IdentityKind", "who"]
