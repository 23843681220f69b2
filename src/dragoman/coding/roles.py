"""Who stands in which slot of a word: slots are named in the lexicon, arguments found in the clause, parties in the cast."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.coding.joined_names import joined_names
from dragoman.languages.grammar import Grammar, Words
from dragoman.languages.lexicon import Lexicon
from dragoman.model.mentions import Cast, Clause, Party, Predicate, Referent
from dragoman.model.patterns import Filter
from dragoman.model.text import Sentence, Token

Parties = tuple[Party, ...]
OWNERS = ("de", "of", "par", "by")
ARGUMENTS = ("subj", "obj", "iobj", "poss", "adj", "comp", "mod")
"""Slots that are no adposition."""
QUANTITY_DEPTH = 2
PEOPLE = frozenset(["@person", "@captive", "@civilians", "@victims", "@troops", "@police"])
"""Classes of nouns that a pronoun may stand for without more being told."""
PEOPLE_PRONOUNS = ("person", "plural", "latter", "some")


def listed(sentence: Sentence, word: Token, words: Words) -> bool:
    """Whether a word, alone or with its particle or object, is one of a list: `rule out`, `avoir lieu`."""
    lemma = word.lemma.lower()
    if lemma in words or word.lower in words:  # a form, where taggers miss the lemma
        return True
    beside = sentence.children(word, "compound", "obj", "advmod", "obl", "case", "fixed")
    return any(f"{lemma} {t.lemma.lower()}" in words for t in beside)


@dataclass(frozen=True)
class Scene:
    """One sentence with its clauses, its cast and the language's words: all that filling a slot needs."""

    sentence: Sentence
    clauses: Mapping[tuple[int, int], Clause]
    cast: Cast
    lexicon: Lexicon
    grammar: Grammar
    said: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """The words of what each verb of saying reports that the tree does not hang on it: `« Nous livrerons des chars », a promis X`."""

    def clause(self, token: int) -> Clause:
        return self.clauses.get((self.sentence.index, token)) or Clause(self.sentence.index, token)

    def lemma(self, token: Token) -> str:
        return token.lemma.lower()

    def is_negator(self, token: Token) -> bool:
        words = self.grammar.negators
        return token.relation in ("advmod", "det", "cc", "case") and (self.lemma(token) in words or token.lower in words)

    def is_negated(self, token: int) -> bool:
        return any(self.is_negator(t) for t in self.sentence.children(self.sentence[token]))

    # -- tokens --------------------------------------------------------------------------------------------------------

    def fillers(self, predicate: Predicate, slot: str, parties: bool = True) -> tuple[int, ...]:
        """The tokens in a slot of a predicate, nearest first; those of the light verb that governs a noun included.

        With `parties`, only those that may be one: "in a crash in Norway" has two words in the slot `in`, one that can be a party.
        """
        own = self._in(self.clause(predicate.head), slot) if parties else self._all_in(self.clause(predicate.head), slot)
        if own and set(own) <= set(predicate.tokens):  # `set fire to the depot`: the object of the whole construction
            own = (*own, *self._of_adposition(predicate, slot))
        if predicate.pattern.pos == "verb" or own:
            return own
        noun = self.sentence[predicate.head]
        return self._of_participle(noun, slot) or self._of_measure(noun, slot) or self._of_light_verb(noun, slot)

    def _suits(self, predicate: Predicate, slot: str, token: int, wanted: Filter) -> bool:
        """Whether a filler is what a pattern asks for in a slot: a complement that is denied is not."""
        fits = self.fits(token, wanted) or (slot != "subj" and self._may_be(predicate, token, wanted))
        return fits and not (slot == "comp" and self.is_negated(token))

    def _of_adposition(self, predicate: Predicate, slot: str) -> tuple[int, ...]:
        """What follows a construction that ends in an adposition is its object: `did away with the curbs`."""
        last = self.sentence[max(predicate.tokens)]
        if slot != "obj" or last.relation != "case" or last.index == predicate.head or last.head < last.index:
            return ()
        noun = self.sentence[last.head]
        return (noun.index, *(t.index for t in self.sentence.children(noun, "conj")))

    def _in(self, clause: Clause, slot: str) -> tuple[int, ...]:
        found = tuple(i for i in self._all_in(clause, slot) if not self._sets_scene(clause, i))
        goals = self.grammar.goal_cases
        if slot != "iobj" and slot not in goals:
            return found
        return tuple(i for i in found if i in clause.iobj or self._is_goal(i))

    def _all_in(self, clause: Clause, slot: str) -> tuple[int, ...]:
        if "." in slot:
            inner, rest = slot.split(".", 1)
            heads = clause.complement if inner == "comp" else self._in(clause, inner)
            return tuple(i for h in heads for i in self._in(self.clause(h), rest))
        simple = {"subj": clause.subj, "obj": clause.obj, "poss": clause.poss, "adj": clause.mods, "comp": clause.complement}
        if slot in simple:
            return simple[slot]
        if slot == "iobj":
            return (*clause.iobj, *(i for case, i in clause.obliques if case in self.grammar.dative_cases))
        if slot == "mod":
            return (*clause.mods, *(i for _, i in clause.obliques))
        if slot in ("case", "aux"):
            return tuple(t.index for t in self.sentence.children(self.sentence[clause.head], slot))
        if slot in ("prev", "next"):
            beside = clause.head + (1 if slot == "next" else -1)
            return (beside,) if 0 <= beside < len(self.sentence) else ()
        return tuple(i for case, i in clause.obliques if slot == case or slot in case.split())

    def _sets_scene(self, clause: Clause, token: int) -> bool:
        """A place that opens the sentence is where the act is told, not whom it is directed to ("De Moscou, le ministre ...")."""
        referent = self.cast.at(self.sentence.index, token)
        opens = self.sentence[0].pos == "ADP" and all(t.pos in ("ADP", "DET") for t in self.sentence.tokens[:token])
        return opens and self.sentence[clause.head].pos == "VERB" and referent is not None and referent.place is not None

    def _is_goal(self, token: int) -> bool:
        """A place or a party that the act is directed to."""
        return self.cast.at(self.sentence.index, token) is None or self.is_someone(token)

    def is_someone(self, token: int) -> bool:
        """A dative is a party by its own name or office, not a thing that belongs to one ("à la demande de X")."""
        referent, lemma = self.cast.at(self.sentence.index, token), self.sentence[token].lemma.lower()
        if referent is None or referent.rule not in ("of", "possessive", "modifier"):
            return referent is not None
        return lemma in self.grammar.sectors or lemma in self.grammar.quantity_words

    def _of_participle(self, noun: Token, slot: str) -> tuple[int, ...]:
        """What a participle on a noun says of it: `des frappes menées par X contre Y`, `strikes carried out by X on Y`."""
        if slot in ARGUMENTS and slot != "subj" or slot in OWNERS[:2]:
            return ()
        verbs = self.sentence.children(noun, "acl")
        light = [v for v in verbs if self.lemma(v) in self.grammar.light_verbs]
        if slot in ("subj", *OWNERS[2:]):
            held = self.grammar.mediating | self.grammar.leading
            plain = [v for v in verbs if v.dep != "acl:relcl" or v in light or self.lemma(v) in held]
            return tuple(i for verb in plain for i in self.clause(verb.index).subj if i != noun.index)
        return tuple(i for verb in light for i in self._in(self.clause(verb.index), slot) if i != noun.index)

    def _of_measure(self, noun: Token, slot: str) -> tuple[int, ...]:
        """The slots of a noun that only measures the act: `trois jours de pourparlers avec`."""
        above = self.sentence.parent(noun)
        if above is None or noun.relation != "nmod" or above.pos != "NOUN" or slot in ("poss", "adj", "mod", "de", "of"):
            return ()
        return tuple(i for i in self._in(self.clause(above.index), slot) if i != noun.index)

    def _of_light_verb(self, noun: Token, slot: str) -> tuple[int, ...]:
        verb = self.light_verb(noun) or self.occurs(noun)
        if verb is None or slot in ("obj", "poss", "adj", "mod", "comp"):
            return ()
        return tuple(i for i in self._in(self.clause(verb.index), slot) if i != noun.index)

    def light_verb(self, noun: Token) -> Token | None:
        """The verb that only lends its clause to a noun: `mener` in `mener des frappes`, `hold` in `talks were held`."""
        top = noun
        for _ in range(QUANTITY_DEPTH):  # "a series of talks"
            above = self.sentence.parent(top)
            if above is None:
                return None
            if above.pos in ("VERB", "AUX"):
                return above if self._lends(above, top) else None
            if top.relation not in ("nmod", "conj"):
                return None
            top = above
        return None

    def _lends(self, verb: Token, noun: Token) -> bool:
        """Whether a verb that governs a noun only lends it its clause."""
        governs = noun.relation in ("obj", "obl", "xcomp") or noun.dep == "nsubj:pass"
        return governs and not self._stands_beside(noun) and self.lemma(verb) in self.grammar.light_verbs

    def occurs(self, noun: Token) -> Token | None:
        """The verb that says of a noun no more than that it takes place, or shall: `a eu lieu`, `est prévue`."""
        verb = self.sentence.parent(noun)
        if verb is None or noun.relation != "nsubj":
            return None
        planned = noun.dep == "nsubj:pass" and self.lemma(verb) in self.grammar.plan
        return verb if planned or listed(self.sentence, verb, self.grammar.occurrence) else None

    def _stands_beside(self, noun: Token) -> bool:
        """`s'est engagé lors d'un sommet`, `s'en prend aux exercices`: what is beside an act or its target is not what the verb does."""
        if noun.relation != "obl":
            return False
        reflexive = any(self.lemma(t) in self.grammar.reflexive for t in self.sentence.children(self.sentence[noun.head]))
        return reflexive or self.sentence.case(noun).split(" ")[0] in self.grammar.adverbial_cases

    # -- conditions ----------------------------------------------------------------------------------------------------

    def holds(self, predicate: Predicate) -> tuple[int, ...] | None:
        """Whether a pattern's conditions hold: the tokens that satisfied them, None where one fails."""
        used: list[int] = []
        for slot, wanted in predicate.pattern.where.items():
            found = self.fillers(predicate, slot, parties=False) or self._of_adposition(predicate, slot)
            hits = [i for i in found if self._suits(predicate, slot, i, wanted)]
            if not hits:
                return None
            used.extend(hits[:1])
        for slot, barred in predicate.pattern.unless.items():
            if any(self.fits(i, barred) for i in self.fillers(predicate, slot, parties=False)):
                return None
        return tuple(used)

    def fits(self, token: int, wanted: Filter) -> bool:
        """Whether the nominal headed by a token is of a kind: by its lemma, by what it measures, by whom it stands for."""
        word = self.sentence[token]
        if "@any" in wanted or "@verb" in wanted and word.pos in ("VERB", "AUX"):
            return True
        lemmas = {word.lemma.lower(), word.lower}
        lemmas |= {t.lemma.lower() for t in self._measured(word, QUANTITY_DEPTH)}
        if any(self.lexicon.within(lemma, wanted) for lemma in lemmas):
            return True
        referent = self.cast.at(self.sentence.index, token)
        if referent is None:  # "celle des Philippines"
            return "@party" in wanted and word.pos == "PRON" and bool(self.party_of(token))
        known = {"@party": bool(referent.parties), "@person": referent.person is not None, "@place": referent.place is not None}
        return any(known[kind] for kind in known if kind in wanted)

    def _measured(self, word: Token, depth: int) -> list[Token]:
        """What a nominal is of: `thousands of containers of ammunition`."""
        inner = [t for t in self.sentence.children(word, "nmod") if self.sentence.case(t) in OWNERS[:2]]
        measures = word.lemma.lower() in self.grammar.quantity_words and depth > 1
        return [*inner, *(t for noun in inner if measures for t in self._measured(noun, depth - 1))]

    def _may_be(self, predicate: Predicate, token: int, wanted: Filter) -> bool:
        """A pronoun or a bare number where people are meant: `les a enlevés`, `en ont abattu quatre`, `nul n'a été arrêté`."""
        word, pronouns = self.sentence[token], self.grammar.pronouns
        taken_up = word.lower in {w for kind in PEOPLE_PRONOUNS for w in pronouns.get(kind, ())}
        alone = not set(self.clause(predicate.head).obj) - {token}  # "beat Chile 3-0"
        bare = word.pos == "NUM" and alone and not self.sentence.children(word, "nmod")
        subjects = self.clause(predicate.head).subj
        if subjects and all(self.cast.at(self.sentence.index, i) is None for i in subjects):
            return False  # "the idea struck him"
        return bool(PEOPLE & wanted) and (bare or (word.pos in ("PRON", "DET", "ADJ") and taken_up))

    # -- parties -------------------------------------------------------------------------------------------------------

    def parties(self, tokens: Iterable[int]) -> tuple[Party, ...]:
        """The parties that tokens stand for, each code once."""
        found = [p for i in tokens for j in (i, *joined_names(self.sentence, self.cast, i)) for p in self.party_of(j)]
        return _once(found)

    def party_of(self, token: int, depth: int = 3) -> tuple[Party, ...]:
        referent = self.cast.at(self.sentence.index, token)
        if referent is not None and (referent.parties or referent.place):
            return referent.parties or _as_party(referent)
        word = self.sentence[token]
        if depth == 0 or word.pos not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "VERB"):
            return ()
        for child in (*self.owners(word), *self._whose(word)):
            parties = self.party_of(child.index, depth - 1)
            if parties:
                return parties
        return ()

    def owners(self, word: Token) -> list[Token]:
        """Whose a nominal is: possessors and modifiers, then its `de`/`of`, then its `par`/`by`."""
        plain = list(self.sentence.children(word, "nmod:poss", "amod", "compound", "appos", "flat"))
        marked = [t for t in self.sentence.children(word, "nmod", "obl") if self.sentence.case(t).split(" ")[0] in OWNERS]
        return plain + marked

    def _whose(self, word: Token) -> list[Token]:
        """`le M23, dont Kinshasa réclame le désarmement`: whom the relative takes up owns its verb's object."""
        verb = self.sentence.parent(word)
        relatives = self.grammar.relative_pronouns["of"]
        if word.relation != "obj" or verb is None or not any(t.lower in relatives for t in self.sentence.children(verb)):
            return []
        before = [i for case, i in self.clause(verb.index).obliques if case in OWNERS[:2] and i < verb.index]
        return [self.sentence[i] for i in before[:1]]

    def named_in(self, predicate: Predicate, slot: str) -> tuple[int, ...]:
        """The fillers of a slot that are parties; of several with one adposition the first and what is coordinated with it.

        Before a place, one's own things are passed over: `le retrait de ses soldats du Niger`.
        """
        found = [i for i in self.fillers(predicate, slot) if self.parties([i])]
        if found and self._is_possessed(found[0]):
            found = [i for i in found if self._is_land(i)] or found
        if len(found) < 2 or slot.split(".")[-1] in ARGUMENTS:
            return tuple(found)
        first = self.sentence[found[0]]
        joined = {t.index for t in self.sentence.joined(first)} | set(joined_names(self.sentence, self.cast, first.index))
        return tuple(i for i in found if i == first.index or i in joined)

    def _is_possessed(self, token: int) -> bool:
        referent = self.cast.at(self.sentence.index, token)
        return referent is not None and referent.rule == "possessive"

    def _is_land(self, token: int) -> bool:
        referent = self.cast.at(self.sentence.index, token)
        return referent is not None and referent.place is not None

    def first_filled(self, predicate: Predicate, slots: Sequence[str]) -> tuple[tuple[Party, ...], str]:
        for slot in slots:
            parties = self.parties(self.named_in(predicate, slot))
            if parties:
                return parties, slot
        return (), ""

    def is_bare(self, tokens: Iterable[int]) -> bool:
        """Whether what stands in a slot is a people or an organ that the text gives no country ("protesters", "the court")."""
        referents = [r for i in tokens if (r := self.cast.at(self.sentence.index, i)) is not None]
        return bool(referents) and all(r.rule == "body" for r in referents)

    def all_filled(self, predicate: Predicate, slots: Sequence[str]) -> tuple[Party, ...]:
        found = [p for slot in slots for p in self.parties(self.named_in(predicate, slot))]
        return _once(found)

    @cached_property
    def text(self) -> str:
        return " ".join(t.lower for t in self.sentence)


def _as_party(referent: Referent) -> tuple[Party, ...]:
    return (Party(referent.place, referent.name),) if referent.place else ()


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each code once, as first named."""
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(party.code, party)
    return tuple(found.values())
