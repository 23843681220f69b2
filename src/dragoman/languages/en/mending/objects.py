"""Objects that the English model takes for subjects of an adjective, or for two things."""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.moves import below, put
from dragoman.model.text import Token


def judged_objects(tokens: list[Token]) -> list[Token]:
    """`found three officers guilty`: whom a verb finds to be something is its object, what it finds them to be its complement."""
    for word in [t for t in tokens if t.dep == "ccomp" and t.pos == "ADJ"]:
        verb, own = tokens[word.head], below(tokens, word)
        subject = next((t for t in own if t.relation == "nsubj"), None)
        clause = any(t.relation in ("cop", "aux", "mark") for t in own)
        if subject is not None and not clause and verb.pos == "VERB" and verb.index < subject.index < word.index:
            tokens = put(put(tokens, subject.index, verb.index, "obj"), word.index, verb.index, "xcomp")
    return tokens


def compound_objects(tokens: list[Token]) -> list[Token]:
    """`handed over a genocide suspect to a tribunal`: of two bare objects side by side the first is a part of the second."""
    for thing in [t for t in tokens if t.dep == "obj" and t.index and t.pos in ("NOUN", "ADJ", "VERB")]:
        part = tokens[thing.index - 1]
        if part.dep != "obj" or part.head != thing.head or part.pos != "NOUN":
            continue
        moved = {t.index: thing.index for t in below(tokens, part) if t.index < part.index}
        moved |= {t.index: thing.head for t in below(tokens, thing) if t.dep == "obl"}
        tokens = put([replace(t, head=moved.get(t.index, t.head)) for t in tokens], part.index, thing.index, "compound")
        tokens = [replace(t, pos="NOUN") if t.index == thing.index else t for t in tokens]
    return tokens
