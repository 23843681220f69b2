"""Pronouns and possessives: which of those spoken of they take up."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Literal

from dragoman.knowledge.people import people
from dragoman.languages.grammar import Grammar
from dragoman.languages.names import genders
from dragoman.model.mentions import Party, Referent
from dragoman.model.spelling import pieces
from dragoman.model.text import Sentence, Token
from dragoman.ontology import ontology
from dragoman.resolving.focus import OUT, Gender, Number, Seen
from dragoman.resolving.reading import ACTORS, Reading

ASKED = 4
"""What a subject gains by taking up whom it is demanded of."""
GENDERS: tuple[Literal["Masc", "Fem"], ...] = ("Masc", "Fem")
NAMED = ("state", "organization", "group", "capital", "body", "seat")
"""Kinds of what has a name, whose article tells its number and gender."""
WHOLE = ("state", "capital", "seat")
"""Kinds of names that stand for a whole country."""


def pronoun(reading: Reading, sentence: Sentence, token: Token) -> Referent | None:
    """Whom a personal, demonstrative, relative or indefinite pronoun takes up; None for any other word."""
    grammar = reading.language.grammar
    plural = token.lower in grammar.pronouns["plural"]
    clitic = token.pos == "DET" and token.relation in ("obj", "iobj")  # "les a exhortés"
    if points_back(sentence, token, grammar):
        return latter(reading, sentence, token, grammar)
    if token.pos == "PRON" and token.lower in grammar.pronouns["oblique"]:
        return relative(reading, sentence, token)
    if not (token.pos == "PRON" or clitic) or _is_dummy(sentence, token) or not (plural or token.lower in grammar.pronouns["person"]):
        return None
    number: Number = "Plur" if plural else "Sing"
    neuter = token.feats.get("Gender") == "Neut"
    subject = token.relation == "nsubj"
    asked = _asked(reading, sentence, token) if subject else frozenset()
    barred = [r for r in beside(reading, sentence, token) if all(r != reading.referents[sentence.index, i] for i in asked)]
    human = token.lower in grammar.pronouns["human"]
    inverted = token.text.startswith("-")  # "a-t-il dit"

    def merit(seen: Seen) -> int:
        if (human and not seen.is_human) or any(_same(seen.referent, other) for other in barred) or _holds(seen.referent, barred):
            return OUT
        own = [other for other in barred if set(seen.referent.codes) & set(other.codes)]
        whole = bool(own) and (seen.referent.kind in WHOLE or (seen.referent.kind == "body" and any(r.kind in WHOLE for r in own)))
        continued = subject and seen.subject and seen.sentence == sentence.index
        speaks = inverted and seen.is_person
        told = ASKED * (seen.sentence == sentence.index and seen.token in asked)
        return taken_up(seen, plural, neuter) + continued + speaks + told - 2 * whole  # a state is not what its own lawmakers accuse

    return reading.focus.antecedent(sentence.index, number, feature(token, "Gender"), merit)


def _asked(reading: Reading, sentence: Sentence, subject: Token) -> Set[int]:
    """`exige de la Russie qu'elle cède`: whom a demand is put to is who is to do it."""
    verb = sentence.parent(subject)
    above = {t.index for t in sentence.ancestors(verb)} if verb and verb.relation in ("ccomp", "xcomp", "acl") else set()
    demands = [
        p.head
        for p in reading.found.predicates
        if p.sentence == sentence.index and p.head in above and p.pattern.pos == "verb" and ontology().acts[p.pattern.act].type == "REQUEST"
    ]
    between = range(max(demands) + 1, subject.index) if demands else range(0)
    grammar = reading.language.grammar
    cases = grammar.dative_cases | frozenset(("de", "d'", "on", "upon", "of", ""))
    clause = reading.found.clauses.get((sentence.index, verb.index)) if verb else None
    own = {*clause.obj, *clause.iobj} if clause else set()  # "demande à Londres, qu'elle accuse"
    asked = (i for i in between if i not in own and (sentence.index, i) in reading.referents)
    return {i for i in asked if sentence.case(sentence[i]).split(" ")[0] in cases}


def relative(reading: Reading, sentence: Sentence, token: Token) -> Referent | None:
    """`à laquelle`, `où`, `with whom`: what the relative clause is about."""
    above = next((t for t in (token, *sentence.ancestors(token)) if t.relation == "acl"), None)
    if above is None or token.relation not in ("obl", "iobj", "nmod", "advmod") or above.head > token.index:
        return None
    return reading.referents.get((sentence.index, above.head))


def _holds(one: Referent, barred: Iterable[Referent]) -> bool:
    """Whether joined parties hold one that stands beside the pronoun: "they accused Peru" is not Peru and Chile."""
    return len(one.parties) > 1 and any(set(one.codes) & set(other.codes) for other in barred)


def _same(one: Referent, other: Referent) -> bool:
    return one.person == other.person if one.person and other.person else one == other


def _is_dummy(sentence: Sentence, token: Token) -> bool:
    """`il faut`: an expletive; not the clitic of `a-t-il dit`, which the model calls so too. Nor is an article a pronoun (`l'on`)."""
    after = sentence[token.index + 1] if token.index + 1 < len(sentence) else token
    article = token.lower in ("le", "la", "l'", "les") and (after.pos in ("NOUN", "PROPN", "ADJ", "NUM") or after.lower == "on")
    return (token.relation == "expl" and not token.text.startswith("-")) or article


def beside(reading: Reading, sentence: Sentence, pronoun: Token) -> list[Referent]:
    """What a pronoun cannot stand for: the other arguments of its own verb."""
    verb = sentence.parent(pronoun)
    clause = reading.found.clauses.get((sentence.index, verb.index)) if verb else None
    if clause is None or pronoun.relation not in ("nsubj", "obj", "iobj", "obl", "expl"):
        return []
    company = [t for case, t in clause.obliques if case in reading.language.grammar.company_cases]
    others = (*clause.obj, *clause.iobj, *company) if pronoun.relation == "nsubj" else (*clause.subj, *clause.obj, *clause.iobj)
    others = (*others, *(t.index for i in others for t in sentence.children(sentence[i], "appos")))
    found = (reading.referents.get((sentence.index, i)) for i in others if i != pronoun.index)
    return [r for r in found if r is not None]


def latter(reading: Reading, sentence: Sentence, token: Token, grammar: Grammar) -> Referent | None:
    """`celui-ci`, `ce dernier`, `the latter`: whoever was named last, not whom the sentence was about; `the former`: the first of them."""
    number: Number = "Plur" if token.feats.get("Number") == "Plur" else "Sing"
    two = _told_as_two(reading, sentence) if token.lower in grammar.pronouns["former"] | grammar.pronouns["second"] else ()
    if two and number == "Sing":
        party = two[0 if token.lower in grammar.pronouns["former"] else 1]
        return Referent(party.name, (party,), "description", rule="of two")
    if token.lower in grammar.pronouns["former"]:
        return reading.focus.antecedent(sentence.index, number, None, lambda seen: 0 if seen.referent.parties else OUT)
    return reading.focus.last(sentence.index, number, feature(token, "Gender"))


def _told_as_two(reading: Reading, sentence: Sentence) -> tuple[Party, ...]:
    """The two whom this sentence or the one before last told of together: of them are `le premier` and `the latter`."""
    recent = reading.focus.recent(sentence.index, reach=1)
    return next((s.referent.parties for s in recent if len(s.referent.parties) == 2 and s.referent.kind == "pair"), ())


def points_back(sentence: Sentence, token: Token, grammar: Grammar) -> bool:
    """`celui-ci`, `ce dernier`, `the latter`: not `celui de`, `le dernier mois`."""
    if token.lower not in grammar.pronouns["latter"] | grammar.pronouns["former"] | grammar.pronouns["second"]:
        return False
    after = sentence[token.index + 1].lower if token.index + 1 < len(sentence) else ""
    before = sentence[token.index - 1] if token.index else None
    if after in ("-ci", "-là") or token.lower.endswith(("-ci", "-là")):
        return True
    alone = token.relation in ("nsubj", "obj", "obl", "iobj", "nmod", "root", "appos")
    return token.pos != "PRON" and alone and before is not None and before.pos == "DET" and not sentence.children(token, "nmod")


def taken_up(seen: Seen, plural: bool, neuter: bool) -> int:
    """How well something seen suits a personal pronoun."""
    kind = seen.referent.kind
    if kind in ("adjective", "city") or (neuter and seen.is_person):
        return OUT
    if seen.thing:
        return -2
    if plural:
        several = len(seen.referent.parties) > 1 or seen.number == "Plur"
        return 2 - (kind == "body") if several else 0 if kind != "person" else OUT
    if seen.is_person and not neuter:
        return 2 if seen.referent.parties or " " in seen.referent.name else 0
    return 1 if neuter and kind in ACTORS else 0


def number_of(reading: Reading, sentence: Sentence, token: Token, referent: Referent) -> Number:
    """A name's number is its article's: "les États-Unis"; without one, a state or body may be "it" and, in some languages, "they"."""
    if len(referent.parties) > 1:
        return "Plur"
    named = referent.kind in NAMED
    marks = [t.feats.get("Number") for t in sentence.children(token, "det") if t.feats.get("Number")]
    common = token.pos == "NOUN" and token.feats.get("Number") == "Plur"  # "the judges"
    bare = None if reading.language.grammar.collective else token.feats.get("Number") or "Sing"
    value = (marks[0] if marks else bare) if named and not common else token.feats.get("Number")
    return "Plur" if value == "Plur" else "Sing" if value == "Sing" else None


def gender_of(reading: Reading, sentence: Sentence, token: Token, referent: Referent) -> Gender:
    """A person's gender by title or given name, any other's by the grammar."""
    if referent.person:
        told = _known_gender(referent) or _titled(reading, sentence, token) or genders().get((pieces(referent.person) or ("",))[0])
        if told:
            return reading.genders.setdefault(referent.person, told)
        if referent.person in reading.genders:
            return reading.genders[referent.person]
    marks = [g for t in sentence.children(token, "det") if (g := feature(t, "Gender"))]  # "la ministre": the article knows best
    return marks[0] if marks else None if token.pos == "PROPN" or referent.kind in NAMED else feature(token, "Gender")


def _known_gender(referent: Referent) -> Gender:
    """The gender of someone whom the knowledge holds."""
    known = next((known for p in referent.parties if (known := people().get(p.id or ""))), None)
    return {"m": GENDERS[0], "f": GENDERS[1]}[known.gender] if known else None


def _titled(reading: Reading, sentence: Sentence, token: Token) -> Gender:
    """By the "Mme" or "Mr." before a name."""
    forms = reading.language.grammar.gendered
    before = [t.lower for t in sentence.tokens[max(0, token.index - 2) : token.index + 1]]
    return next((gender for gender in GENDERS for word in before if word in forms[gender]), None)


def feature(token: Token, name: str) -> Gender:
    value = token.feats.get(name)
    return "Masc" if value == "Masc" else "Fem" if value == "Fem" else None
