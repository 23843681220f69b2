"""Possessives: whose a noun is by its "son", "their" or "whose"."""

from __future__ import annotations

from collections.abc import Set

from dragoman.model.mentions import Party, Referent
from dragoman.model.text import Sentence, Token
from dragoman.resolving.focus import OUT, Gender, Number, Seen
from dragoman.resolving.pronouns import feature
from dragoman.resolving.reading import Reading

BOUND = 2
"""What a possessive gains by taking up the subject of its own clause."""
WHOSE = 8
"""Words before "whose" within which the owner is named."""


def possessor(reading: Reading, sentence: Sentence, noun: Token) -> tuple[Party, ...]:
    """Whose a noun is by its possessive (`sa visite`, `their army`); the possessive word is resolved on the way."""
    grammar = reading.language.grammar
    marks = sentence.children(noun, "det", "nmod:poss")
    found = [t for t in marks if t.lemma.lower() in grammar.possessive_lemmas or t.feats.get("Poss") == "Yes"]
    if not found:
        return ()
    word = found[0].lower
    owner = _whose(reading, sentence, found[0]) if word in grammar.relative_pronouns["of"] else _judged(reading, sentence, noun)
    gender = feature(found[0], "Gender") if word in grammar.possessives["human"] else None
    owner = owner or _owner(reading, sentence, found[0], gender, _hosts(reading, sentence, noun), _binders(reading, sentence, noun))
    if owner is None:
        return ()
    reading.referents[sentence.index, found[0].index] = owner
    return owner.parties


def _judged(reading: Reading, sentence: Sentence, noun: Token) -> Referent | None:
    """`thanked Peru for its help`, `a protesté auprès du Pérou contre son refus`: what someone is praised or blamed for is their own."""
    grammar = reading.language.grammar
    verb = next((t for t in sentence.ancestors(noun) if t.pos == "VERB"), None)
    if verb is None or sentence.case(noun).split(" ")[0] not in grammar.judging_cases:
        return None
    clause = reading.found.clauses.get((sentence.index, verb.index))
    told = [t for case, t in clause.obliques if case.split(" ")[0] in grammar.dative_cases | grammar.company_cases] if clause else []
    objects = (*clause.obj, *clause.iobj, *told) if clause else ()
    found = (reading.referents.get((sentence.index, i)) for i in objects if i < noun.index)
    return next((r for r in found if r is not None and r.parties and r.kind != "adjective"), None)


def _taken_up_as_one(reading: Reading, sentence: Sentence, before: int) -> tuple[Referent, ...]:
    """Whom the sentence has already called "it" or "its": no "their" means them."""
    grammar = reading.language.grammar
    words = (grammar.possessives["singular"] | grammar.pronouns["person"]) - grammar.pronouns["plural"]
    found = (reading.referents.get((sentence.index, t.index)) for t in sentence.tokens[:before] if t.lower in words)
    return tuple(r for r in found if r is not None and len(r.parties) == 1)


def _owner(
    reading: Reading, sentence: Sentence, mark: Token, gender: Gender, barred: Set[str], binders: Set[int]
) -> Referent | None:
    """Whom a possessive takes up: a person for "his" and "her", none for "its"; the subject of its own clause before others."""
    grammar, word = reading.language.grammar, mark.lower
    plural, human = word in grammar.possessives["plural"], word in grammar.possessives["human"]
    neuter = word in grammar.possessives["neuter"]

    single = _taken_up_as_one(reading, sentence, mark.index) if plural else ()

    def loose(seen: Seen) -> int:
        out = seen.referent in single or bool(barred & set(seen.referent.codes))
        bound = seen.sentence == sentence.index and seen.token in binders
        merit = OUT if out else owner_merit(seen, plural)
        return merit if merit == OUT else merit + BOUND * bound

    def merit(seen: Seen) -> int:
        return OUT if (human and not seen.is_human) or (neuter and seen.is_person) else loose(seen)

    number: Number = "Plur" if plural else None
    found = reading.focus.antecedent(sentence.index, number, gender, merit, grammar.collective)
    if found or not (human or neuter or barred):
        return found
    return reading.focus.antecedent(sentence.index, None if barred else number, gender, loose, grammar.collective)


def _binders(reading: Reading, sentence: Sentence, noun: Token) -> Set[int]:
    """The subjects of the clause that a noun stands in: "Peru let Chile export its copper" is Chile's."""
    below = noun
    for verb in sentence.ancestors(noun):
        clause = reading.found.clauses.get((sentence.index, verb.index))
        if clause is not None and verb.pos in ("VERB", "AUX", "ADJ") and clause.subj:
            subjects = {i for i in clause.subj if i < noun.index}
            if subjects and below.relation != "nsubj":
                return subjects
        below = verb
    return frozenset()


def _hosts(reading: Reading, sentence: Sentence, noun: Token) -> Set[str]:
    """`leur ambassade à Téhéran`: a mission is not of the state that it stands in."""
    grammar = reading.language.grammar
    if noun.lemma.lower() not in grammar.missions:
        return frozenset()
    places = (t for t in sentence.tokens[noun.index + 1 : noun.index + 4] if sentence.case(t).split(" ")[0] in grammar.locative_cases)
    found = (reading.referents.get((sentence.index, t.index)) for t in places)
    return {r.place for r in found if r is not None and r.place}


def _whose(reading: Reading, sentence: Sentence, mark: Token) -> Referent | None:
    """`Schulze, whose trip`: the owner is named right before."""
    for index in range(mark.index - 1, max(-1, mark.index - WHOSE), -1):
        referent = reading.referents.get((sentence.index, index))
        if referent and referent.parties and referent.kind != "adjective":
            return referent
    return None


def owner_merit(seen: Seen, plural: bool) -> int:
    if seen.referent.kind in ("adjective", "city") or not seen.referent.parties:
        return OUT
    return 1 if plural and (seen.number == "Plur" or len(seen.referent.parties) > 1) else 0 if not plural or not seen.is_person else OUT
