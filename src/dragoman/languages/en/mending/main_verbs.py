"""Main verbs that the English model takes for participles of what stands before them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.moves import NOMINAL, ancestors, below, put
from dragoman.model.text import Token

GIVING = frozenset(
    ["give", "pledge", "promise", "offer", "lend", "send", "hand", "grant", "award"]
    + ["pay", "sell", "deny", "owe", "loan", "donate", "supply"]
)
"""Verbs that take whom they give to bare before what they give."""


def verb_before_object(tokens: list[Token]) -> list[Token]:
    """`Kim hosted Volodin`: a verb with a subject is no adjective of the name behind it, which is its object."""
    for verb in [t for t in tokens if t.relation == "amod" and t.pos == "VERB" and t.head > t.index]:
        thing = tokens[verb.head]
        subject = next((t for t in below(tokens, verb) if t.relation == "nsubj"), None) or _name_before(tokens, verb)
        if subject is not None:
            tokens = put(_as_name(tokens, subject), subject.index, verb.index, "nsubj")
            top = (verb.index, "root") if thing.head == thing.index else (thing.head, thing.dep)
            tokens = put(put(tokens, verb.index, *top), thing.index, verb.index, "obj")
            tokens = [replace(t, head=verb.index) if t.head == thing.index and t.text == "." else t for t in tokens]
    return tokens


def _name_before(tokens: list[Token], verb: Token) -> Token | None:
    """`Wagner trained soldiers`: the name that opens a sentence which has no other verb, right before a past form."""
    name, thing = tokens[verb.index - 1] if verb.index else verb, tokens[verb.head]
    whole = thing.head == thing.index and not any(t.pos in ("VERB", "AUX") for t in tokens if t.index not in (verb.index, name.index))
    opens = verb.index == 1 and name.text[:1].isupper() and name.dep in ("obl:unmarked", "amod", "compound")
    return name if whole and opens and verb.feats.get("Tense") == "Past" else None


def _as_name(tokens: list[Token], word: Token) -> list[Token]:
    name = word.pos in ("ADJ", "NOUN") and word.index == 0 and word.relation != "nsubj"
    return [replace(t, pos="PROPN") if name and t.index == word.index else t for t in tokens]


def main_verb(tokens: list[Token]) -> list[Token]:
    """`Trump, who hosted him in May, threatened to ...`: a sentence that has but a nominal for its root has a past form for its verb."""
    root = next(t for t in tokens if t.head == t.index)
    behind = [t for t in below(tokens, root) if t.dep == "acl" and t.index > root.index and _could_be_past(tokens, t)]
    if root.pos not in NOMINAL or not behind or any(t.relation in ("cop", "nsubj", "expl") for t in below(tokens, root)):
        return tokens
    verb = behind[-1]
    if not any(root.index < t.index < verb.index and t.pos in ("VERB", "AUX", "NOUN", "PROPN") for t in tokens):
        return tokens
    moved = {t.index for t in below(tokens, root) if t.index > verb.index or t.relation == "punct" and t.index == len(tokens) - 1}
    changed = {
        root.index: replace(root, head=verb.index, dep="nsubj"),
        verb.index: replace(verb, head=verb.index, dep="root", feats={**verb.feats, "VerbForm": "Fin", "Tense": "Past"}),
    }
    return [changed.get(t.index) or (replace(t, head=verb.index) if t.index in moved else t) for t in tokens]


def _could_be_past(tokens: list[Token], verb: Token, comma: bool = True) -> bool:
    """A bare past form, right behind a comma where one is asked for."""
    bare = not any(t.relation in ("aux", "nsubj", "mark") or (comma and t.dep == "obl:agent") for t in below(tokens, verb))
    return bare and verb.pos == "VERB" and verb.feats.get("Tense") == "Past" and (not comma or tokens[verb.index - 1].text == ",")


def transitive_main_verb(tokens: list[Token]) -> list[Token]:
    """`The coalition bombed Yemen.`: a participle has no bare object, so in a sentence of no other verb it is the verb."""
    root = next(t for t in tokens if t.head == t.index)
    pasts = [t for t in below(tokens, root) if t.dep == "acl" and _could_be_past(tokens, t, comma=False)]
    if root.pos not in NOMINAL or len(pasts) != 1 or pasts[0].lemma in GIVING or _has_clause(tokens):
        return tokens
    verb = pasts[0]
    bare = any(t.dep == "obj" and t.index > verb.index for t in below(tokens, verb))
    return _made_main(tokens, root, verb) if bare and verb.index == root.index + 1 else tokens


def nested_main_verb(tokens: list[Token]) -> list[Token]:
    """`Troops backed by helicopters crossed into Iraq`: of two participles, one within the other, the last is the verb."""
    root = next(t for t in tokens if t.head == t.index)
    pasts = [t for t in tokens if t.dep == "acl" and t.index > root.index and _could_be_past(tokens, t, comma=False)]
    inner = [t for t in pasts if any(tokens[i] in pasts for i in ancestors(tokens, t.index))]
    if root.pos not in NOMINAL or not inner or _has_clause(tokens):
        return tokens
    return _made_main(tokens, root, inner[-1])


def verb_in_apposition(tokens: list[Token]) -> list[Token]:
    """`Germany, long reluctant, suspended exports`: a past form behind a comma and before what seemed an apposition is the verb."""
    root = next(t for t in tokens if t.head == t.index)
    for verb in [t for t in tokens if t.relation == "amod" and t.pos == "VERB" and t.feats.get("Tense") == "Past"]:
        thing = tokens[verb.head]
        seeming = thing.dep in ("appos", "dep") and thing.head == root.index and thing.pos == "NOUN" and root.pos in NOMINAL
        if seeming and verb.index and tokens[verb.index - 1].text == "," and verb.index < thing.index and not _has_clause(tokens):
            return put(_made_main(put(tokens, verb.index, root.index, "acl"), root, verb), thing.index, verb.index, "obj")
    return tokens


def infinitive_relatives(tokens: list[Token]) -> list[Token]:
    """`requests to hand her over`: an infinitive tells what its noun is about, and nothing that is so."""
    bare = {t.head for t in tokens if t.relation == "mark" and t.lower == "to"}
    return [replace(t, dep="acl") if t.dep == "acl:relcl" and t.index in bare else t for t in tokens]


def _has_clause(tokens: list[Token]) -> bool:
    """Whether a sentence has a verb with its subject outside its relative clauses."""
    clauses = [tokens[t.head] for t in tokens if t.relation in ("cop", "nsubj", "expl") and t.head != t.index]
    return any(not any(tokens[i].dep == "acl:relcl" for i in (c.index, *ancestors(tokens, c.index))) for c in clauses)


def _made_main(tokens: list[Token], root: Token, verb: Token) -> list[Token]:
    changed = {
        root.index: replace(root, head=verb.index, dep="nsubj"),
        verb.index: replace(verb, head=verb.index, dep="root", feats={**verb.feats, "VerbForm": "Fin", "Tense": "Past"}),
    }
    last = len(tokens) - 1
    moved = {t.index for t in below(tokens, root) if t.relation == "punct" and t.index == last}
    return [changed.get(t.index) or (replace(t, head=verb.index) if t.index in moved else t) for t in tokens]
