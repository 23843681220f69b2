"""English trees as Universal Dependencies: the model's ClearNLP labels mapped to them.

The map follows the UD guidelines (universaldependencies.org): content words are heads, adpositions and copulas depend on them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.languages.en.mending.lemmas import mended_lemma
from dragoman.languages.en.mending.main_verbs import (
    GIVING,
    infinitive_relatives,
    main_verb,
    nested_main_verb,
    transitive_main_verb,
    verb_before_object,
    verb_in_apposition,
)
from dragoman.languages.en.mending.objects import compound_objects, judged_objects
from dragoman.languages.enumerations import enumerations
from dragoman.languages.moves import ancestors, below, put
from dragoman.languages.quoted import beyond_quotations
from dragoman.languages.subjects import clause_behind_and, named_subjects
from dragoman.model.text import Token

Step = Callable[[list[Token]], list[Token]]

LABELS = {
    "acomp": "xcomp",
    "agent": "obl:agent",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET")
PREPOSITIONS = ("prep", "agent", "dative")
NAMED = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss")
"""Relations in which only a nominal stands."""


def convert(tokens: list[Token]) -> list[Token]:
    """One sentence's ClearNLP tree as a UD tree over the same tokens."""
    heads = [t.head for t in tokens]
    deps = [t.dep for t in tokens]
    for token in tokens:
        if token.dep in PREPOSITIONS:
            _hang_adposition(tokens, token, heads, deps)
    for token in tokens:
        if token.dep in ("attr", "acomp"):
            _promote_predicate(tokens, token, heads, deps)
    for token in tokens:
        _part_from_date(tokens, token, heads, deps)
    labels = (_label(t, deps[t.index]) for t in tokens)
    return mended([replace(t, head=heads[t.index], dep=dep, lemma=mended_lemma(t)) for t, dep in zip(tokens, labels, strict=True)])


def mended(tokens: list[Token]) -> list[Token]:
    """What the model often gets wrong of names, enumerations and main verbs, on a sentence's UD tree; no word is added or dropped."""
    verbs: tuple[Step, ...] = (_names, verb_before_object, main_verb, nested_main_verb, transitive_main_verb)
    rest: tuple[Step, ...] = (verb_in_apposition, infinitive_relatives)
    own: tuple[Step, ...] = (clause_behind_and, _beyond_passive, _whose, _enumeration, _behind_aside)
    shared: tuple[Step, ...] = (beyond_quotations, enumerations, named_subjects)
    for step in (*verbs, *rest, *own, *shared, judged_objects, compound_objects, _datives):
        tokens = step(tokens)
    return tokens


def _hang_adposition(tokens: list[Token], adposition: Token, heads: list[int], deps: list[str]) -> None:
    """`head -prep-> adposition -pobj-> noun` becomes `head -obl-> noun -case-> adposition`."""
    i = adposition.index
    inner = next((t for t in tokens if heads[t.index] == i and deps[t.index] in ("pobj", "pcomp")), None)
    if inner is None:
        return
    above = heads[i]
    nominal_head = tokens[above].pos in NOMINAL and tokens[above].dep not in ("prep", "agent")
    gerund = inner.feats.get("VerbForm") == "Part" and inner.index == i + 1
    if deps[inner.index] == "pobj" and not gerund:
        relation = "obl:agent" if adposition.dep == "agent" else "nmod" if nominal_head else "obl"
        mark = "case"
    else:
        relation, mark = ("acl" if nominal_head else "advcl"), "mark"
    for token in tokens:
        if heads[token.index] == i and token.index not in (i, inner.index):
            heads[token.index] = inner.index
    was_root = above == i
    heads[inner.index] = inner.index if was_root else above
    deps[inner.index] = "root" if was_root else relation
    heads[i], deps[i] = inner.index, mark


def _promote_predicate(tokens: list[Token], predicate: Token, heads: list[int], deps: list[str]) -> None:
    """`be -attr-> noun` becomes `noun -cop-> be`, with all that hung on the copula."""
    copula = tokens[predicate.head]
    if copula.lemma.lower() != "be" or heads[predicate.index] != copula.index:
        return
    c, p = copula.index, predicate.index
    deps[p], heads[p] = deps[c], (p if heads[c] == c else heads[c])
    for token in tokens:
        if token.index != p and heads[token.index] == c and token.index != c:
            heads[token.index] = p
    heads[c], deps[c] = p, "cop"


def _part_from_date(tokens: list[Token], token: Token, heads: list[int], deps: list[str]) -> None:
    """`On Monday Turkey closed`: the day is not a part of the name, and the name is the verb's subject."""
    i, verb = token.index, heads[token.index]
    day = tokens[i - 1] if i else None
    if day is None or deps[i] != "obl" or token.entity == "DATE" or token.pos != "PROPN":
        return
    joined = day.entity == "DATE" and heads[day.index] == i and deps[day.index] == "compound"
    subject = any(heads[t.index] == verb and deps[t.index] in ("nsubj", "nsubjpass") for t in tokens)
    if not joined or subject or verb <= i:
        return
    for other in tokens:
        if heads[other.index] == i and deps[other.index] == "case":
            heads[other.index] = day.index
    heads[day.index], deps[day.index], deps[i] = verb, "obl", "nsubj"


def _names(tokens: list[Token]) -> list[Token]:
    """`Belize and Guatemala signed`: what stands where only a nominal stands, with a capital, is a name and no verb.

    With an article and no capital it is no name: `the foreign ministry`.
    """
    determined = {t.head for t in tokens if t.relation == "det"}
    common = {t.index for t in tokens if t.pos == "PROPN" and t.text.islower() and t.text.isalpha() and t.index in determined}
    tokens = [replace(t, pos="NOUN", lemma=t.lower) if t.index in common else t for t in tokens]
    return [replace(t, pos="PROPN", lemma=t.text, feats={}) if _is_name(t) else t for t in tokens]


def _is_name(token: Token) -> bool:
    capital = token.text[:1].isupper() and not token.text.isupper()
    return capital and token.pos == "VERB" and token.dep in NAMED and bool(token.entity or token.index) and not token.lower.endswith("ing")


def _beyond_passive(tokens: list[Token]) -> list[Token]:
    """`denounced the raids that were led by Iran and expelled two envoys`: what has an object is not joined to a passive."""
    for token in [t for t in tokens if t.dep == "conj" and t.pos == "VERB" and t.lemma not in GIVING]:
        clause = tokens[token.head]
        passive = clause.dep == "acl:relcl" and any(t.dep == "aux:pass" for t in below(tokens, clause))
        own = {t.relation for t in below(tokens, token)}
        main = next((i for i in ancestors(tokens, clause.index) if tokens[i].pos == "VERB" and i < clause.index), None)
        if passive and main is not None and "obj" in own and not own & {"aux", "nsubj"}:
            tokens = put(tokens, token.index, main, "conj")
            tokens = [replace(t, feats={"VerbForm": "Fin", "Tense": "Past"}) if t.index == token.index else t for t in tokens]
    return tokens


def _whose(tokens: list[Token]) -> list[Token]:
    """`whose villages Azerbaijan shelled`: between what is possessed and the verb stands the subject."""
    for whose in [t for t in tokens if t.lower == "whose"]:
        thing = tokens[whose.head]
        verb = tokens[thing.head]
        name = next((t for t in below(tokens, thing) if t.dep in ("appos", "dep", "flat") and thing.index < t.index < verb.index), None)
        if name is not None and thing.dep == "nsubj" and verb.pos == "VERB" and tokens[thing.index + 1].text != ",":
            tokens = put(put(tokens, name.index, verb.index, "nsubj"), thing.index, verb.index, "obj")
    return tokens


def _enumeration(tokens: list[Token]) -> list[Token]:
    """`Togo's president, Benin's premier and Ghana's envoy met`: owners of their own make an enumeration, no apposition."""
    return [replace(t, dep="conj") if t.dep == "appos" and _is_enumerated(tokens, t) else t for t in tokens]


def _is_enumerated(tokens: list[Token], token: Token) -> bool:
    owned = all(any(t.dep == "nmod:poss" and t.pos == "PROPN" for t in below(tokens, word)) for word in (token, tokens[token.head]))
    link = next((t for t in below(tokens, token) if t.relation == "cc"), None)
    joined = link is not None and any(t.dep == "conj" for t in below(tokens, token))
    return owned and joined and link is not None and not any(t.text == "," for t in tokens[token.index : link.index])


def _behind_aside(tokens: list[Token]) -> list[Token]:
    """`the chief, Burhan, and the commander, Dagalo, went`: what is joined behind a closed apposition is joined to its head."""
    moved: dict[int, int] = {}
    for token in tokens:
        aside = tokens[token.head]
        link = next((t for t in below(tokens, aside) if t.relation == "cc" and aside.index < t.index < token.index), None)
        beside = token.dep == "conj" and aside.dep == "appos" and tokens[aside.head].relation == "nsubj"
        if beside and link is not None and tokens[link.index - 1].text == ",":
            moved |= {token.index: aside.head, link.index: aside.head}
    return [replace(t, head=moved.get(t.index, t.head)) for t in tokens]


def _datives(tokens: list[Token]) -> list[Token]:
    """`pledged Kyiv 7 billion crowns`: a bare name between a verb of giving and a number or an article is whom it is given to."""
    given = [replace(t, head=tokens[t.head].head, dep="iobj") if _is_given(tokens, t) else t for t in tokens]
    return [replace(t, dep="iobj") if _is_first_object(given, t) else t for t in given]


def _is_first_object(tokens: list[Token], name: Token) -> bool:
    """`handed Kyiv 16 howitzers`: of two objects the name is whom the other thing is given to."""
    if name.dep != "obj" or name.pos not in ("PROPN", "PRON") or name.index < name.head:
        return False
    return any(t.dep == "obj" and t.pos == "NOUN" and t.index > name.index for t in below(tokens, tokens[name.head]))


def _is_given(tokens: list[Token], name: Token) -> bool:
    thing = tokens[name.head]
    verb = tokens[thing.head]
    if name.pos != "PROPN" or name.relation not in ("nmod", "compound") or thing.dep != "obj" or verb.lemma not in GIVING:
        return False
    first = min((t.index for t in below(tokens, name)), default=name.index)
    after = tokens[name.index + 1]
    counted = after.pos in ("NUM", "DET", "SYM") or after.lower in ("more", "another")
    return min(first, name.index) == verb.index + 1 and (counted or (name.entity == "GPE" and verb.lemma not in ("sell", "pay", "supply")))


def _label(token: Token, dep: str) -> str:
    if dep == "aux" and token.lower == "to":
        return "mark"
    return LABELS.get(dep, dep)
