"""Pronouns and possessives: which of those spoken of they take up."""

from __future__ import annotations

from dragoman.model.mentions import Party, Referent
from dragoman.model.text import Sentence, Token
from dragoman.resolving.focus import Gender, Number, Seen
from dragoman.resolving.reading import ACTORS, Reading


def pronoun(reading: Reading, sentence: Sentence, token: Token) -> Referent | None:
    """Whom a personal or demonstrative pronoun takes up; None for any other word."""
    grammar = reading.language.grammar
    plural = token.lower in grammar.pronouns["plural"]
    clitic = token.pos == "DET" and token.relation in ("obj", "iobj")  # "les a exhortés"
    if token.lower in grammar.pronouns["demonstrative"] and points_back(sentence, token):
        return reading.focus.antecedent(sentence.index, None, feature(token, "Gender"), lambda s: -(s.referent.kind == "adjective"))
    if not (token.pos == "PRON" or clitic) or _is_dummy(token) or not (plural or token.lower in grammar.pronouns["person"]):
        return None
    number: Number = "Plur" if plural else "Sing"
    gender = feature(token, "Gender")
    neuter = token.feats.get("Gender") == "Neut"
    barred = beside(reading, sentence, token)
    human = token.lower in grammar.pronouns["human"]

    def merit(seen: Seen) -> int:
        return -1 if seen.referent in barred or (human and not seen.is_person) else taken_up(seen, plural, neuter)

    return reading.focus.antecedent(sentence.index, number, gender, merit)


def _is_dummy(token: Token) -> bool:
    """`il faut`: an expletive; not the clitic of `a-t-il dit`, which the model calls so too."""
    return token.relation == "expl" and not token.text.startswith("-")


def possessor(reading: Reading, sentence: Sentence, noun: Token) -> tuple[Party, ...]:
    """Whose a noun is by its possessive (`sa visite`, `their army`); the possessive word is resolved on the way."""
    grammar = reading.language.grammar
    marks = sentence.children(noun, "det", "nmod:poss")
    found = [t for t in marks if t.lemma.lower() in grammar.possessive_lemmas or t.feats.get("Poss") == "Yes"]
    if not found:
        return ()
    plural = found[0].lower in grammar.possessives["plural"]
    owner = reading.focus.antecedent(sentence.index, "Plur" if plural else None, None, lambda seen: owner_merit(seen, plural))
    if owner is None:
        return ()
    reading.referents[sentence.index, found[0].index] = owner
    return owner.parties


def beside(reading: Reading, sentence: Sentence, pronoun: Token) -> list[Referent]:
    """What a pronoun cannot stand for: the other arguments of its own verb."""
    verb = sentence.parent(pronoun)
    if verb is None or pronoun.relation not in ("obj", "iobj", "obl", "expl"):
        return []
    clause = reading.found.clauses.get((sentence.index, verb.index))
    others = (*clause.subj, *clause.obj, *clause.iobj) if clause else ()
    found = (reading.referents.get((sentence.index, i)) for i in others if i != pronoun.index)
    return [r for r in found if r is not None]


def points_back(sentence: Sentence, token: Token) -> bool:
    """`celui-ci`, `ce dernier`, `the latter`: not `celui de`, `le dernier mois`."""
    after = sentence[token.index + 1].lower if token.index + 1 < len(sentence) else ""
    before = sentence[token.index - 1] if token.index else None
    if after in ("-ci", "-là"):
        return True
    alone = token.relation in ("nsubj", "obj", "obl", "iobj", "nmod", "root", "appos")
    return token.pos != "PRON" and alone and before is not None and before.pos == "DET" and not sentence.children(token, "nmod")


def taken_up(seen: Seen, plural: bool, neuter: bool) -> int:
    """How well something seen suits a personal pronoun."""
    kind = seen.referent.kind
    if kind in ("adjective", "city") or (neuter and seen.is_person):
        return -1
    if plural:
        return 2 if len(seen.referent.parties) > 1 or seen.number == "Plur" else 0 if kind != "person" else -1
    return 2 if seen.is_person and not neuter else 1 if neuter and kind in ACTORS else 0


def owner_merit(seen: Seen, plural: bool) -> int:
    if seen.referent.kind in ("adjective", "city") or not seen.referent.parties:
        return -1
    return 1 if plural and (seen.number == "Plur" or len(seen.referent.parties) > 1) else 0 if not plural or not seen.is_person else -1


def number_of(token: Token, referent: Referent) -> Number:
    if len(referent.parties) > 1:
        return "Plur"
    value = token.feats.get("Number")
    if referent.kind in ("state", "organization", "group", "capital", "body", "seat"):
        return None
    return "Plur" if value == "Plur" else "Sing" if value == "Sing" else None


def gender_of(sentence: Sentence, token: Token) -> Gender:
    if token.pos == "PROPN":
        marks = [g for t in sentence.children(token, "det") if (g := feature(t, "Gender"))]
        return marks[0] if marks else None
    return feature(token, "Gender")


def feature(token: Token, name: str) -> Gender:
    value = token.feats.get(name)
    return "Masc" if value == "Masc" else "Fem" if value == "Fem" else None
