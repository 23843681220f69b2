"""Questions of a user's own: who or what is meant by some words, as of a day (docs/who.md), and when (docs/when.md)."""

from dragoman.asking.dating import Moment, when
from dragoman.asking.identities import Belonging, Holding, Identity, IdentityKind
from dragoman.asking.question import who

__all__ = ["Belonging", "Holding", "Identity", "IdentityKind", "Moment", "when", "who"]
