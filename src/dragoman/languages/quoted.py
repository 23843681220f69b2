"""What a parser hangs on a word within quotation marks though it stands behind them: `said Rome "stokes fires" and urged it to`."""

from __future__ import annotations

from dragoman.languages.moves import ancestors, below, put
from dragoman.model.text import Token

MARKS = {"«": "»", "“": "”", '"': '"', "„": "“"}
JOINED = ("conj", "advcl", "parataxis")
"""Relations of a clause to the clause that it goes on from."""


def beyond_quotations(tokens: list[Token]) -> list[Token]:
    """The tree with the clauses behind a closed quotation hung on the verb before it that the quoted words hang on."""
    for first, last in _quotations(tokens):
        for verb in [t for t in tokens[last + 1 :] if t.pos == "VERB" and t.dep in JOINED and first < t.head < last]:
            outer = next((i for i in ancestors(tokens, verb.index) if i < first and tokens[i].pos == "VERB"), None)
            if outer is not None and _goes_on(tokens, verb, first, outer):
                tokens = put(tokens, verb.index, outer, verb.dep)
    return tokens


def _goes_on(tokens: list[Token], verb: Token, first: int, outer: int) -> bool:
    """Whether a clause goes on from the outer verb: where only the predicate is quoted it might go on from that, so their forms tell."""
    inner = tokens[verb.head]
    predicate = any(t.relation == "nsubj" and t.index < first for t in below(tokens, inner))
    return not predicate or _form(tokens, verb) == _form(tokens, tokens[outer]) != _form(tokens, inner)


def _form(tokens: list[Token], verb: Token) -> tuple[str, ...]:
    """The auxiliaries of a verb and its own form."""
    auxiliaries = [f"{t.lemma} {t.feats.get('Tense')}" for t in below(tokens, verb) if t.relation == "aux"]
    return (*auxiliaries, str(verb.feats.get("VerbForm")), str(verb.feats.get("Tense")))


def _quotations(tokens: list[Token]) -> list[tuple[int, int]]:
    """The opening and the closing mark of each quotation within the sentence."""
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for token in tokens:
        if opened and token.text == opened[1]:
            found.append((opened[0], token.index))
            opened = None
        elif opened is None and token.text in MARKS:
            opened = token.index, MARKS[token.text]
    return found
