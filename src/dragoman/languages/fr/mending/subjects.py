"""Subjects that the French model loses: parted from their verb by an aside, behind it in an inversion, or shared by participles.

As in trees.py, each step takes the tokens of a sentence and gives them back with some relations and heads changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.languages.moves import ancestors, put, with_subject
from dragoman.model.text import Token

CLITICS = frozenset(["le", "la", "l'", "les", "lui", "leur", "y", "en", "se", "s'", "me", "m'", "te", "t'", "nous", "vous", "ne", "n'"])
RELATIVES = frozenset(["que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel"])
CLOSING = ("»", '"', "”")
NOMINAL = ("NOUN", "PROPN")
LOOSE = ("obj", "xcomp", "obl:arg", "obl:mod", "nmod", "appos", "dep", "ccomp", "flat:name", "nsubj:pass")
"""Relations that the model gives to a subject behind its verb."""
IMPERSONAL = frozenset(
    [
        "être", "avoir", "falloir", "agir", "pleuvoir", "neiger", "sembler", "paraître", "apparaître", "convenir", "suffire", "importer",
        "exister", "rester", "demeurer", "manquer", "arriver", "advenir", "résulter", "ressortir", "tarder", "pouvoir", "valoir", "faire",
        "régner", "subsister", "venir", "survenir", "découler", "appartenir", "incomber", "revenir", "échoir", "naître", "mourir", "passer",
        "produire", "dérouler", "tenir", "aller", "devoir", "sortir", "entrer", "s'agir", "avérer", "plaire", "peser", "dépendre",
    ]
)
"""Verbs that `il` may precede and stand for no one."""


@dataclass(frozen=True, slots=True)
class Group:
    """A finite verb with its auxiliaries, negation and clitics: tokens `first` to `verb`."""

    first: int
    verb: int
    compound: bool


def subjects(tokens: list[Token], dates: frozenset[str]) -> list[Token]:
    """The sentence with such subjects given back to their verbs; `dates` are nouns that stand bare beside a verb and are none."""
    tokens = [_personal(tokens, t) for t in tokens]
    for group in list(groups(tokens)):
        for step in (_across_aside, _right_before, _behind_relative, _behind_quotation, _behind_comma):
            tokens = step(tokens, group, dates)
    for token in tokens:
        tokens = _beside(_shared(tokens, token), token)
    return tokens


def groups(tokens: list[Token]) -> Iterator[Group]:
    """The finite verbs of a sentence, questions left out, in order."""
    for token in tokens:
        if token.pos != "VERB":
            continue
        first = token.index
        while first and _leads(tokens[first - 1]):
            first -= 1
        while first < token.index and tokens[first].pos == "ADV" and tokens[first].lower not in CLITICS:
            first += 1
        compound = any(t.pos == "AUX" and t.feats.get("VerbForm") == "Fin" for t in tokens[first : token.index])
        asked = any(t.text.startswith("-") for t in tokens[first : token.index + 3])
        if (compound or token.feats.get("VerbForm") == "Fin") and not asked:
            yield Group(first, token.index, compound)


def _leads(token: Token) -> bool:
    """What may stand between a subject and its verb."""
    return token.pos in ("AUX", "ADV") or (token.lower in CLITICS and token.pos != "DET")


def _personal(tokens: list[Token], token: Token) -> Token:
    """The `il` of a verb that is never impersonal is someone."""
    if token.dep != "expl:subj":
        return token
    verb = tokens[token.head]
    below = [t for t in tokens if t.head == verb.index]
    bare = verb.pos == "VERB" and not any(t.relation == "cop" or t.dep == "aux:pass" or t.lower == "y" for t in below)
    return replace(token, dep="nsubj") if bare and verb.lemma.lower() not in IMPERSONAL else token


# -- before the verb -------------------------------------------------------------------------------------------------------


def _across_aside(tokens: list[Token], group: Group, dates: frozenset[str]) -> list[Token]:
    """`Tokyo, que Pékin avait privé de terres rares, a débloqué`: what opens the clause before an aside is the verb's subject."""
    if not group.first or tokens[group.first - 1].text != ",":
        return tokens
    own = _own_subjects(tokens, group.verb)
    openers = [n for n in _openers(tokens, group.first - 1, dates, not own) if not _is_subject(tokens, n, group)]
    found = next(iter(openers), None)
    if found is None or any(t.index <= found.index for t in own) or (own and found.pos != "PROPN"):
        return tokens
    behind = [t for t in own if t.index > group.verb]
    if behind and tokens[found.index + 2].lower not in (*RELATIVES, "qui"):
        return tokens
    for token in behind:
        tokens = put(tokens, token.index, group.verb, "obj")
    return with_subject(_freed(tokens, [t for t in own if t.index < group.verb]), found.index, group.verb)


def _openers(tokens: list[Token], end: int, dates: frozenset[str], lost: bool) -> Iterator[Token]:
    """The heads of nominals that open a clause and have a comma right behind them, the last before `end` first.

    Where the verb has `lost` its subject, then also those behind a fronted phrase: `Seul à le croire, le délégué, Igor Orlov, a salué`.
    """
    commas = [t.index for t in tokens[:end] if t.text == "," and not any(w.text == ";" for w in tokens[t.index : end])]
    rows = [(first, head) for comma in commas for first in [start_of(tokens, comma)] if (head := head_of(tokens, first, comma))]
    heads = [(first, head) for first, head in rows if head.lower not in dates]
    yield from (head for first, head in reversed(heads) if opens(tokens, first))
    if lost and tokens[0].pos not in ("DET", *NOMINAL):
        yield from (head for first, head in heads if first and tokens[first - 1].text == "," and tokens[first].pos in ("DET", "PROPN"))


def start_of(tokens: list[Token], end: int) -> int:
    """Where the nominal that ends before a token begins, as far as its words tell."""
    while end and tokens[end - 1].pos in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "ADP") and tokens[end - 1].text not in ",;:":
        end -= 1
    return end


def head_of(tokens: list[Token], first: int, end: int) -> Token | None:
    """The first noun of a nominal that no adposition opens."""
    if first >= end or tokens[first].pos == "ADP":
        return None
    outer = (t for t in tokens[first:end] if not first <= t.head < end or t.head == t.index)
    return next((t for t in outer if t.pos in NOMINAL), None)


def opens(tokens: list[Token], first: int) -> bool:
    """Whether a clause begins at a token: the sentence, a relative clause, what `que` or a conjunction of clauses brings in."""
    if first == 0:
        return True
    before = tokens[first - 1]
    return before.lower in RELATIVES or before.pos == "SCONJ" or before.text in ";:" or (first == 1 and before.pos in ("CCONJ", "ADV"))


def _is_subject(tokens: list[Token], token: Token, group: Group) -> bool:
    """Whether a nominal is another verb's subject already; that of a relative clause that begins behind it it cannot be."""
    verb = tokens[token.head]
    if token.relation != "nsubj" or verb.index == group.verb or verb.pos not in ("VERB", "AUX", "ADJ"):
        return False
    behind = [t for t in tokens[token.index + 1 : verb.index] if t.pos not in ("ADJ", "ADP", "NOUN", "DET", "PROPN")][:2]
    return not ([t.text for t in behind[:1]] == [","] and behind[-1].lower in RELATIVES and verb.index < group.first)


def _right_before(tokens: list[Token], group: Group, dates: frozenset[str]) -> list[Token]:
    """`Mardi, Lima et Quito avaient brandi`: a nominal that begins a clause right before a verb with no subject is its subject."""
    if _own_subjects(tokens, group.verb) or any(t.head == group.verb and t.relation == "expl" and t.dep == "expl:subj" for t in tokens):
        return tokens
    first = start_of(tokens, group.first)
    while first > 1 and tokens[first - 1].pos == "CCONJ" and start_of(tokens, first - 1) < first - 1:
        first = start_of(tokens, first - 1)
    head = head_of(tokens, first, group.first)
    begins = opens(tokens, first) or tokens[first - 1].text in (",", "«", '"')
    opened = begins and tokens[first].pos in ("DET", "NUM", "PROPN")
    if head is None or head.lower in dates or not opened or _is_other(tokens, head, group):
        return tokens
    return with_subject(tokens, head.index, _caused(tokens, group.verb))


def _is_other(tokens: list[Token], head: Token, group: Group) -> bool:
    """Whether a nominal is the subject of another verb, or the antecedent of a relative clause that this verb stands in."""
    return (head.relation == "nsubj" and tokens[head.head].pos in ("VERB", "AUX")) or tokens[group.verb].dep == "acl:relcl"


def _caused(tokens: list[Token], verb: int) -> int:
    """The infinitive that the parser puts above its causative: `a fait revenir`."""
    above = tokens[verb].head
    return above if tokens[verb].dep in ("dep", "aux:caus") and tokens[above].pos == "VERB" and above == verb + 1 else verb


def _own_subjects(tokens: list[Token], verb: int) -> list[Token]:
    return [t for t in tokens if t.head == verb and t.relation in ("nsubj", "csubj")]


def _freed(tokens: list[Token], wrong: list[Token]) -> list[Token]:
    """What was taken for the subject goes to the verb before it, as its object if it has none."""
    for token in wrong:
        verb = next((t for t in reversed(tokens[: token.index]) if t.pos == "VERB"), None)
        if verb is None:
            continue
        bare = not any(t.head == verb.index and t.relation == "obj" for t in tokens) and tokens[verb.index + 1 : token.index]
        inside = token.pos == "NOUN" and bool(bare) and not any(t.text == "," for t in tokens[verb.index : token.index])
        tokens = put(tokens, token.index, verb.index, "obj") if inside else put(tokens, token.index, token.head, "dep")
    return tokens


# -- behind the verb -------------------------------------------------------------------------------------------------------


def _behind_relative(tokens: list[Token], group: Group, dates: frozenset[str]) -> list[Token]:
    """`que voulaient Lima et Quito`: with `que` for its object, the nominal behind the verb is its subject."""
    before = tokens[group.first - 1] if group.first else None
    if before is None or before.lower not in ("que", "qu'") or _own_subjects(tokens, group.verb):
        return tokens
    relative = tokens[group.verb].dep == "acl:relcl" or before.relation == "obj"
    found = _bare_behind(tokens, group.verb, dates)
    return put(tokens, found.index, group.verb, "nsubj") if relative and found else tokens


def _behind_quotation(tokens: list[Token], group: Group, dates: frozenset[str]) -> list[Token]:
    """`« ... », a lancé peu après la maire de Quito`: after what is quoted the speaker stands behind the verb."""
    before = [t.text for t in tokens[max(0, group.first - 2) : group.first]]
    if before[-1:] == [","]:
        before.pop()
    if not before or before[-1] not in CLOSING:
        return tokens
    opening = next((t.index for t in reversed(tokens[: group.first - 2]) if t.text in ("«", *CLOSING[1:])), 0)
    own = _own_subjects(tokens, group.verb)
    found = _bare_behind(tokens, group.verb, dates)
    if found is None or any(t.index < opening or t.index > group.verb for t in own):
        return tokens
    for token in own:
        tokens = put(tokens, token.index, token.head, "parataxis")
    return put(tokens, found.index, group.verb, "nsubj")


def _behind_comma(tokens: list[Token], group: Group, dates: frozenset[str]) -> list[Token]:
    """`Un accrochage pourrait dégénérer, craint la maire de Quito.`: what ends a clause right behind such a verb is its subject."""
    verb = tokens[group.verb]
    found = _bare_behind(tokens, group.verb, dates)
    opened = bool(group.first) and tokens[group.first - 1].text == "," and verb.relation != "conj"
    if not opened or found is None or _own_subjects(tokens, group.verb):
        return tokens
    adjacent = all(t.pos in ("DET", "ADJ", "NUM") for t in tokens[group.verb + 1 : found.index])
    governs = any(t.head == group.verb and t.index != found.index and t.relation in ("obj", "ccomp", "xcomp") for t in tokens)
    return tokens if governs or not adjacent else put(tokens, found.index, group.verb, "nsubj")


def _bare_behind(tokens: list[Token], verb: int, dates: frozenset[str]) -> Token | None:
    """The first nominal behind a verb, hung on it without an adposition."""
    for token in tokens[verb + 1 :]:
        near = token.head == verb or (verb < token.head < token.index and tokens[token.head].head == verb and _has(tokens, token, "det"))
        if near and token.pos in NOMINAL and token.dep in LOOSE and not _has(tokens, token, "case") and token.lower not in dates:
            return token
    return None


def _has(tokens: list[Token], token: Token, relation: str) -> bool:
    return any(t.head == token.index and t.relation == relation for t in tokens)


# -- participles -----------------------------------------------------------------------------------------------------------


def _shared(tokens: list[Token], token: Token) -> list[Token]:
    """`a salué « un pas utile », accusé Paris et appelé à`: a bare participle with an object shares the auxiliary, so the subject."""
    if token.dep not in ("conj", "advcl", "acl") or not _is_bare_participle(tokens, token) or not token.index:
        return tokens
    first = tokens[token.head]
    governs = any(t.head == token.index and t.relation in ("obj", "ccomp", "xcomp") for t in tokens)
    passive = any(t.head == first.index and t.dep == "aux:pass" for t in tokens)
    if _has_auxiliary(tokens, first) and token.dep == "conj" and not (passive and governs):
        return tokens
    if not governs and (token.dep != "conj" or first.pos != "VERB" or first.feats.get("VerbForm") in ("Inf", "Part")):
        return tokens
    if token.dep != "conj" and not (tokens[token.index - 1].text == "," and _takes_object(tokens, token)):
        return tokens
    compound = next((i for i in ancestors(tokens, first.index) if i < token.index and _has_auxiliary(tokens, tokens[i])), None)
    compound = first.index if _has_auxiliary(tokens, first) and not passive else compound
    return tokens if compound is None else put(tokens, token.index, compound, "conj")


def _takes_object(tokens: list[Token], token: Token) -> bool:
    """Whether a participle has its object right behind it and no agent: no passive has."""
    after = next((t for t in tokens[token.index + 1 :] if t.pos != "ADV"), None)
    direct = after is not None and (after.pos in ("DET", "NUM") or (after.pos == "PROPN" and after.head == token.index))
    return direct and not any(t.dep == "obl:agent" and t.head == token.index for t in tokens)


def _beside(tokens: list[Token], token: Token) -> list[Token]:
    """`..., a lancé le ministre, sommant les chefs`: behind a comma a present participle says more of who the clause speaks of."""
    present = token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Pres" and token.pos == "VERB"
    if not present or not token.index or tokens[token.index - 1].text != "," or token.dep not in ("acl", "xcomp"):
        return tokens
    if token.dep == "xcomp":
        return put(tokens, token.index, token.head, "advcl")
    above = tokens[tokens[token.index].head]
    if above.relation in ("nsubj", "appos", "root") or above.head == above.index:
        return tokens
    verb = next((i for i in ancestors(tokens, token.index) if tokens[i].pos == "VERB" and i < token.index), None)
    return tokens if verb is None else put(tokens, token.index, verb, "advcl")


def _is_bare_participle(tokens: list[Token], token: Token) -> bool:
    past = token.pos == "VERB" and token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Past"
    return past and not any(t.head == token.index and t.relation in ("aux", "cop", "nsubj") for t in tokens)


def _has_auxiliary(tokens: list[Token], verb: Token) -> bool:
    below = [t for t in tokens if t.head == verb.index and t.index != verb.index]
    return verb.pos == "VERB" and any(t.dep.startswith("aux") and t.dep != "aux:pass" for t in below)
