"""How a tree is mended: its tokens looked up and hung elsewhere, in either language."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.text import Token

NOMINAL = ("NOUN", "PROPN")


def below(tokens: list[Token], head: Token) -> list[Token]:
    """The token's own dependents, in order."""
    return [t for t in tokens if t.head == head.index and t.index != head.index]


def ancestors(tokens: list[Token], index: int) -> list[int]:
    """Those above a token, nearest first."""
    found: list[int] = []
    while tokens[index].head != index and tokens[index].head not in found:
        index = tokens[index].head
        found.append(index)
    return found


def put(tokens: list[Token], index: int, head: int, dep: str) -> list[Token]:
    """The token under another head; as it was where that would close a circle."""
    if head != index and index in ancestors(tokens, head):
        return tokens
    return [replace(t, head=head, dep=dep) if t.index == index else t for t in tokens]


def with_subject(tokens: list[Token], subject: int, verb: int) -> list[Token]:
    """The verb takes the subject's place in the tree where it hung below it, and the subject hangs on the verb."""
    if subject in ancestors(tokens, verb):
        top = tokens[subject]
        above, dep = (verb, "root") if top.head == subject else (top.head, top.dep if tokens[top.head].pos == "VERB" else "acl:relcl")
        tokens = put(tokens, verb, above, dep)
    return put(tokens, subject, verb, "nsubj")
