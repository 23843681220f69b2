"""Who every nominal of a document stands for, as of the document's date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from dragoman.languages import Language
from dragoman.languages.grammar import Grammar
from dragoman.model.mentions import Cast, Found, Mention, OfficeMention, Party, Referent, Sense
from dragoman.model.text import Parsed, Sentence, Token
from dragoman.resolving.focus import Focus, Gender, Number, Seen
from dragoman.resolving.people import People, as_person, by_surname, longest_first, office_of, person_name, sector_of
from dragoman.resolving.people import Person as DocumentPerson

NATIONAL = ("state", "adjective", "demonym", "capital", "seat", "body")
ACTORS = (*NATIONAL, "organization", "group", "region")
OF = ("de", "of", "du", "d'", "à")
DATELINE = 5
"""Mentions that the dateline's country counts for."""
FindPlace = Callable[[str, Mapping[str, int]], str | None]


def resolve_parties(
    parsed: Parsed, found: Found, language: Language, in_office: Mapping[str, str], place_of: FindPlace, dateline: str | None
) -> Cast:
    """The document's cast.

    `in_office` maps the id of each person who holds an office on the day to whose it is; `place_of` gives the country of a town by
    its name and the countries that the text speaks of; `dateline` is the country that the dispatch was filed from.
    """
    return _Resolver(parsed, found, language, in_office, place_of, dateline).cast()


@dataclass
class _Resolver:
    parsed: Parsed
    found: Found
    language: Language
    in_office: Mapping[str, str]
    place_of: FindPlace
    dateline: str | None
    people: People = field(default_factory=People)
    focus: Focus = field(default_factory=Focus)
    referents: dict[tuple[int, int], Referent] = field(default_factory=dict)
    bodies: dict[str, Referent] = field(default_factory=dict)
    holders: dict[str, Referent] = field(default_factory=dict)

    def cast(self) -> Cast:
        self.countries = self._count()
        states = {s.code for m in self.found.mentions for s in m.senses if s.kind in NATIONAL and s.code} | {self.dateline or ""}
        self.home = max((c for c in self.countries if c in states), key=lambda c: self.countries[c], default=self.dateline)
        self._names()
        self._people()
        self.mention_at = {(m.sentence, i): m for m in self.found.mentions for i in range(m.first, m.last + 1)}
        self.office_at = {(o.sentence, o.head): o for o in self.found.offices}
        for sentence in self.parsed.sentences:
            for token in sentence:
                self._read(sentence, token)
        return Cast(self.referents, self.home)

    # -- names ---------------------------------------------------------------------------------------------------------

    def _count(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for mention in self.found.mentions:
            codes = {s.code for s in mention.senses if s.kind != "person" and s.code}
            if len(codes) == 1:
                counts[codes.pop()] += 1 + (mention.sentence < 2)
        if self.dateline:
            counts[self.dateline] += DATELINE
        return counts

    def _names(self) -> None:
        for mention in self.found.mentions:
            sense = self._choose(mention.senses)
            if sense.kind != "person" and (sense.code or sense.kind == "city"):
                self._name(mention, self._named(mention, sense))

    def _choose(self, senses: Iterable[Sense]) -> Sense:
        """The sense whose country the text speaks of most; the table's order decides where it says nothing."""
        ranked = list(senses)
        return max(ranked, key=lambda s: (self.countries.get(s.code or "", 0) if len(ranked) > 1 else 0, -ranked.index(s)))

    def _named(self, mention: Mention, sense: Sense) -> Referent:
        text = self._text(mention.sentence, mention.first, mention.last)
        if sense.kind == "city":
            country = sense.code or self.place_of(text, self.countries)
            return Referent(text, (), "city", place=country, rule="city")
        party = Party(sense.code or "", text, sense.sector or ("GOV" if sense.kind in ("seat", "capital") else None), sense.id)
        place = next((s.code for s in mention.senses if s.kind in ("state", "capital", "region", "city")), None)
        return Referent(text, (party,), sense.kind, place=place, rule=f"name:{sense.kind}")

    def _name(self, mention: Mention, referent: Referent) -> None:
        for index in range(mention.first, mention.last + 1):
            self.referents[mention.sentence, index] = referent

    # -- people --------------------------------------------------------------------------------------------------------

    def _people(self) -> None:
        held = {(o.sentence, o.person) for o in self.found.offices if o.person is not None}
        persons = [
            m
            for m in self.found.mentions
            if any(s.kind == "person" for s in m.senses)
            or (m.senses[0].code is None and any((m.sentence, i) in held for i in range(m.first, m.last + 1)))
        ]
        for mention in longest_first(persons):
            self.people.mentions[mention.sentence, mention.first] = self.people.learn(self._person(mention))
        for mention in persons:
            self._name_person(mention)

    def _name_person(self, mention: Mention) -> None:
        known = self.people.mentions[mention.sentence, mention.first]
        self._name(mention, (self.people.known_as(known.name) or known).referent("person"))

    def _belongs(self, sentence: Sentence, office: OfficeMention) -> None:
        """`son porte-parole, X`: whose the title's possessive is, X is too."""
        mention = self.mention_at.get((sentence.index, office.person or 0))
        person = self.people.mentions.get((sentence.index, mention.first)) if mention else None
        if person is None or self.people.known_as(person.name) is None or (self.people.known_as(person.name) or person).certain:
            return
        owner = self._possessor(sentence, sentence[office.head])
        if not owner:
            return
        learnt = self.people.learn(DocumentPerson(person.name, owner[0].code, person.sector))
        for other in self.found.mentions:
            if (other.sentence, other.first) in self.people.mentions and self.people.known_as(person_name(self.parsed.sentences[other.sentence], other)) == learnt:
                self._name(other, learnt.referent("person"))

    def _person(self, mention: Mention) -> DocumentPerson:
        sentence = self.parsed.sentences[mention.sentence]
        name = person_name(sentence, mention)
        office = office_of(mention, self.found.offices)
        sector = sector_of(office)
        told = self._office_country(sentence, office)
        senses = [s for s in mention.senses if s.kind == "person" and s.id]
        if senses:
            known = as_person(self._choose(senses), name, sector, self.in_office)
            return replace(known, code=told) if told else known
        stated = told or self._nationality(sentence, mention)
        certain = stated is not None
        if stated is None and self.people.known_as(name) is None:
            sense = by_surname(name, self.language.names, self.in_office, self.countries)
            if sense:
                return as_person(sense, name, sector, self.in_office)
        if stated is None and self.people.known_as(name) is None:
            stated = self._scene(sentence) or self.home if office is not None or mention.first < mention.last else None
        return DocumentPerson(name, stated, sector, None, certain)

    def _office_country(self, sentence: Sentence, office: OfficeMention | None) -> str | None:
        if office is None or office.of is None:
            return None
        referent = self.referents.get((sentence.index, office.of))
        return (referent.codes or (referent.place,))[0] if referent else None

    def _nationality(self, sentence: Sentence, mention: Mention) -> str | None:
        """`le Kényan William Ruto`, `Turkish striker X`: a nationality on the nouns just before the name."""
        for index in range(mention.first - 1, max(-1, mention.first - 5), -1):
            referent = self.referents.get((mention.sentence, index))
            if referent and referent.kind in ("adjective", "demonym", "group"):
                return referent.codes[0]
            if sentence[index].pos in ("VERB", "AUX", "PUNCT", "CCONJ", "ADP"):
                return None
        return None

    def _scene(self, sentence: Sentence) -> str | None:
        """The country of a place that opens the sentence, or one before it in its paragraph: `À Kinshasa, le ministre ...`."""
        for index in range(sentence.index, max(-1, sentence.index - 3), -1):
            earlier = self.parsed.sentences[index]
            if earlier.paragraph != sentence.paragraph:
                return None
            for token in earlier.tokens[:4]:
                referent = self.referents.get((index, token.index))
                if referent and referent.place and earlier.case(token).split(" ")[0] in self.language.grammar.locative_cases:
                    return referent.place
        return None

    # -- descriptions and pronouns, in the order of the text -----------------------------------------------------------

    def _read(self, sentence: Sentence, token: Token) -> None:
        key = (sentence.index, token.index)
        if key not in self.referents:
            referent = self._pronoun(sentence, token) or (self._describe(sentence, token) if token.pos in ("NOUN", "PROPN", "ADJ", "NUM") else None)
            if referent is None:
                return
            self.referents[key] = referent
        referent = self.referents[key]
        if token.pos not in ("ADJ", "DET"):
            subject = token.relation == "nsubj"
            main = subject and sentence[token.head].head == token.head
            quoted = any(q.content.start <= token.start < q.content.end for q in self.found.quotations)
            number, gender = _number(token, referent), _gender(sentence, token)
            self.focus.add(Seen(sentence.index, token.index, referent, subject, number, gender, main, quoted))

    def _describe(self, sentence: Sentence, noun: Token, depth: int = 3) -> Referent | None:
        key = (sentence.index, noun.index)
        if key in self.referents or depth == 0:
            return self.referents.get(key)
        grammar = self.language.grammar
        if noun.pos not in ("NOUN", "PROPN", "NUM", "ADJ"):
            return None
        return (
            self._holder(sentence, noun)
            or self._pair(sentence, noun, grammar)
            or self._several(sentence, noun, grammar)
            or self._named_beside(sentence, noun, grammar)
            or self._antecedent(sentence, noun, grammar)
            or self._other(sentence, noun, grammar)
            or self._modified(sentence, noun, depth)
            or self._body(sentence, noun, grammar)
            or self._definite(sentence, noun, grammar)
        )

    def _holder(self, sentence: Sentence, noun: Token) -> Referent | None:
        """An office stands for its holder where the text names one beside it, else for whose office it is."""
        office = self.office_at.get((sentence.index, noun.index))
        if office is None:
            return None
        if office.person is not None:
            self._belongs(sentence, office)
            holder = self.referents.get((sentence.index, office.person))
            if holder is not None:
                self.holders[office.office] = holder
            return holder
        country = self._office_country(sentence, office)
        before = self.holders.get(office.office)
        if before is not None and (country is None or country in before.codes):
            return before
        if country is None:
            return None
        text = self._text(sentence.index, office.first, office.last)
        return Referent(text, (Party(country, text, sector_of(office)),), "office", rule="office")

    def _pair(self, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
        beside = sentence.children(noun)
        both = any(t.lower in grammar.both_words for t in beside) or (
            any(t.lower in grammar.pair_words for t in beside) and any(t.feats.get("Definite") == "Def" or t.feats.get("PronType") == "Dem" for t in beside)
        )
        if not both or noun.lemma.lower() not in grammar.pair_heads:
            return None
        return self._last(sentence, noun, 2)

    def _several(self, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
        """`the four governments`, `les trois pays`: as many parties as the number says, those spoken of last."""
        numbers = [grammar.numbers[t.lower] for t in sentence.children(noun, "nummod", "det", "amod") if t.lower in grammar.numbers]
        definite = any(t.feats.get("Definite") == "Def" for t in sentence.children(noun, "det"))
        return self._last(sentence, noun, numbers[0]) if numbers and definite and noun.lemma.lower() in grammar.pair_heads else None

    def _last(self, sentence: Sentence, noun: Token, number: int) -> Referent | None:
        group = self.focus.last_group(sentence.index, number, self._beside(sentence, noun))
        parties = tuple(p for r in group for p in r.parties)
        return Referent(self._phrase(sentence, noun), parties, "pair", rule="pair") if len(parties) == number else None

    def _named_beside(self, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
        """`le groupe de mercenaires Wagner`, `the rebel group M23`: the name that a common noun introduces."""
        for token in sentence.children(noun, "appos", "flat", "nmod", "compound"):
            referent = self.referents.get((sentence.index, token.index))
            if token.pos == "PROPN" and not sentence.case(token) and token.index > noun.index and referent and referent.parties:
                if referent.kind in ("group", "organization", "person", "body"):
                    return referent
        return None

    def _antecedent(self, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
        """`Washington, dont les troupes ...`, `Rwanda, whose army ...`: the noun belongs to the antecedent."""
        before = [t for t in sentence.tokens[max(0, noun.index - 4) : noun.index] if t.lower in grammar.relative_pronouns["of"]]
        if not before or noun.lemma.lower() not in grammar.sectors:
            return None
        for index in range(before[-1].index - 1, max(-1, before[-1].index - 8), -1):
            referent = self.referents.get((sentence.index, index))
            if referent and referent.parties:
                text = self._phrase(sentence, noun)
                sector = grammar.sectors.get(noun.lemma.lower())
                owners = [*referent.parties, *self._joined_before(sentence, index)]
                return Referent(text, tuple(Party(p.code, text, sector) for p in owners), "description", rule="whose")
        return None

    def _joined_before(self, sentence: Sentence, index: int) -> tuple[Party, ...]:
        """The parties that "and" joins to a name from the left."""
        while index > 0 and self.referents.get((sentence.index, index - 1)) is self.referents[sentence.index, index]:
            index -= 1
        if index < 2 or sentence[index - 1].pos != "CCONJ":
            return ()
        before = self.referents.get((sentence.index, index - 2))
        return before.parties if before else ()

    def _other(self, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
        """`son voisin`, `its rival`, `her host`: not the possessor but the other party spoken of."""
        if noun.lemma.lower() not in grammar.counterpart or any(
            self.referents.get((sentence.index, t.index)) for t in sentence.children(noun, "amod", "compound", "nmod", "appos", "flat")
        ):
            return None
        possessor = {p.code for p in self._possessor(sentence, noun)}
        if not possessor:
            return None
        beside = self._beside(sentence, noun)
        for seen in self.focus.recent(sentence.index):
            codes = set(seen.referent.codes)
            if codes and not codes & possessor and seen.referent not in beside and seen.referent.kind != "adjective":
                return Referent(self._phrase(sentence, noun), seen.referent.parties, "description", rule="other")
        return None

    def _modified(self, sentence: Sentence, noun: Token, depth: int) -> Referent | None:
        """Nationality adjectives, noun modifiers, possessives, and the noun's `de`/`of`."""
        adjectives = [t for t in sentence.children(noun, "amod", "compound", "nmod:poss", "nmod:unmarked") if t.pos != "PRON"]
        led = [c for t in adjectives if t.pos in ("VERB", "ADJ") for c in sentence.children(t, "amod", "compound", "obl", "advmod")]  # "Saudi-led"
        parties = self._parties_of(sentence, [*adjectives, *led], depth) or self._combined(adjectives)
        rule = "modifier"
        if not parties:
            parties, rule = self._possessor(sentence, noun), "possessive"
        if not parties:
            owners = [t for t in sentence.children(noun, "nmod", "obl") if sentence.case(t).split(" ")[0] in OF]
            deep = depth if noun.lemma.lower() in self.language.grammar.sectors or noun.lemma.lower() in self.language.grammar.quantity_words else 0
            parties, rule = self._parties_of(sentence, owners, deep, towns=True), "of"
        if not parties:
            return None
        sector = self.language.grammar.sectors.get(noun.lemma.lower())
        text = self._phrase(sentence, noun)
        referent = Referent(text, tuple(Party(p.code, text, sector or p.sector) for p in parties), "description", rule=rule)
        if sector:
            self.bodies[noun.lemma.lower()] = referent
        return referent

    def _parties_of(self, sentence: Sentence, tokens: Iterable[Token], depth: int, towns: bool = False) -> tuple[Party, ...]:
        found: list[Party] = []
        for token in _with_conjuncts(sentence, tokens):
            referent = self.referents.get((sentence.index, token.index)) or self._describe(sentence, token, depth - 1)
            if referent is None:
                continue
            found.extend(referent.parties)
            if towns and not referent.parties and referent.place:
                found.append(Party(referent.place, referent.name))
        return tuple({p.code: p for p in found}.values())

    def _combined(self, adjectives: Iterable[Token]) -> tuple[Party, ...]:
        """`sino-russe`, `franco-allemand`: a combining form and an adjective."""
        for token in adjectives:
            parts = token.lower.split("-")
            first = self.language.grammar.combining.get("-".join(parts[:-1]))
            if len(parts) < 2 or first is None:
                continue
            last = [s.code for s in self.language.names.exactly(parts[-1]) or self.language.names.exactly(parts[-1].title()) if s.code]
            if last:
                return (Party(first, token.text), Party(last[0], token.text))
        return ()

    def _possessor(self, sentence: Sentence, noun: Token) -> tuple[Party, ...]:
        grammar = self.language.grammar
        for token in sentence.children(noun, "det", "nmod:poss"):
            if token.lemma.lower() in grammar.possessive_lemmas or token.feats.get("Poss") == "Yes":
                plural = token.lower in grammar.possessives["plural"]
                owner = self.focus.antecedent(sentence.index, "Plur" if plural else None, None, lambda s: _owner(s, plural))
                if owner is not None:
                    self.referents[sentence.index, token.index] = owner
                    return owner.parties
        return ()

    def _body(self, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
        """`le gouvernement`, `the army` with no country: the one spoken of before, else the country of the dispatch."""
        lemma = noun.lemma.lower()
        sector = grammar.sectors.get(lemma)
        if sector is None or noun.pos == "ADJ":
            return None
        before = self.bodies.get(lemma)
        code = self._scene(sentence) or (before.codes[0] if before and before.codes else self.home)
        if code is None or _generic(sentence, noun):
            return None
        text = self._phrase(sentence, noun)
        return Referent(text, (Party(code, text, sector),), "body", rule="body")

    def _definite(self, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
        """`le pays`, `the bloc`, `le groupe`: the state, organisation or group spoken of last."""
        lemma = noun.lemma.lower()
        definite = any(t.feats.get("Definite") == "Def" or t.feats.get("PronType") == "Dem" for t in sentence.children(noun, "det"))
        kinds = [
            kinds
            for words, kinds in (
                (grammar.country_words, ("state", "capital")),
                (grammar.organisation_words, ("organization",)),
                (grammar.group_words, ("group",)),
            )
            if lemma in words
        ]
        if not definite or not kinds or noun.feats.get("Number") == "Plur":
            return None
        wanted = {k for row in kinds for k in row}
        seen = next((s for s in self.focus.recent(sentence.index) if s.referent.kind in wanted), None)
        return seen.referent if seen else None

    def _pronoun(self, sentence: Sentence, token: Token) -> Referent | None:
        grammar = self.language.grammar
        plural = token.lower in grammar.pronouns["plural"]
        clitic = token.pos == "DET" and token.relation in ("obj", "iobj")  # "les a exhortés"
        if token.lower in grammar.pronouns["demonstrative"] and _points_back(sentence, token):
            return self.focus.antecedent(sentence.index, None, _feature(token, "Gender"), lambda s: 0 if s.referent.kind != "adjective" else -1)
        if not (token.pos == "PRON" or clitic) or token.relation == "expl" or not (plural or token.lower in grammar.pronouns["person"]):
            return None
        number: Number = "Plur" if plural else "Sing"
        gender = _feature(token, "Gender")
        neuter = token.feats.get("Gender") == "Neut"
        barred = self._beside(sentence, token)
        human = token.lower in grammar.pronouns["human"]
        return self.focus.antecedent(
            sentence.index, number, gender, lambda s: -1 if s.referent in barred or (human and not s.is_person) else _taken_up(s, plural, neuter)
        )

    def _beside(self, sentence: Sentence, pronoun: Token) -> list[Referent]:
        """What a pronoun cannot stand for: the other arguments of its own verb."""
        verb = sentence.parent(pronoun)
        if verb is None or pronoun.relation not in ("obj", "iobj", "obl", "expl"):
            return []
        clause = self.found.clauses.get((sentence.index, verb.index))
        others = (*clause.subj, *clause.obj, *clause.iobj) if clause else ()
        found = (self.referents.get((sentence.index, i)) for i in others if i != pronoun.index)
        return [r for r in found if r is not None]

    # -- words ---------------------------------------------------------------------------------------------------------

    def _text(self, sentence: int, first: int, last: int) -> str:
        tokens = self.parsed.sentences[sentence].tokens
        return self.parsed.document.text[tokens[first].start : tokens[last].end]

    def _phrase(self, sentence: Sentence, noun: Token) -> str:
        """The noun with what stands before it and its short complements, without its determiner."""
        inside = [t for t in sentence.subtree(noun) if t.relation not in ("acl", "appos", "punct", "conj", "cc", "det") or t == noun]
        near = [t for t in inside if abs(t.index - noun.index) <= 6]
        first = min(t.index for t in near)
        last = noun.index
        while last + 1 <= max(t.index for t in near) and any(t.index == last + 1 for t in sentence.subtree(noun)):
            if sentence[last + 1].pos in ("PUNCT", "VERB", "AUX") or sentence[last + 1].lower in ("qui", "que", "who", "that", "which"):
                break
            last += 1
        while first < noun.index and sentence[first].pos in ("DET", "ADP", "PUNCT", "CCONJ"):
            first += 1
        return self._text(sentence.index, first, last)


def _points_back(sentence: Sentence, token: Token) -> bool:
    """`celui-ci`, `ce dernier`, `the latter`: not `celui de`, `le dernier mois`."""
    after = sentence[token.index + 1].lower if token.index + 1 < len(sentence) else ""
    before = sentence[token.index - 1] if token.index else None
    if after in ("-ci", "-là"):
        return True
    alone = token.relation in ("nsubj", "obj", "obl", "iobj", "nmod", "root", "appos")
    return token.pos != "PRON" and alone and before is not None and before.pos == "DET" and not sentence.children(token, "nmod")


def _generic(sentence: Sentence, noun: Token) -> bool:
    """A bare singular ("contre personne", "au pouvoir"): no one in particular."""
    bare = not sentence.children(noun, "det", "nummod", "amod", "nmod:poss", "compound")
    return bare and noun.feats.get("Number") != "Plur" and sentence.case(noun) != ""


def _with_conjuncts(sentence: Sentence, tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from sentence.children(token, "conj")


def _taken_up(seen: Seen, plural: bool, neuter: bool) -> int:
    """How well something seen suits a personal pronoun."""
    kind = seen.referent.kind
    if kind in ("adjective", "city") or (neuter and seen.is_person):
        return -1
    if plural:
        return 2 if len(seen.referent.parties) > 1 or seen.number == "Plur" else 0 if kind != "person" else -1
    return 2 if seen.is_person and not neuter else 1 if neuter and kind in ACTORS else 0


def _owner(seen: Seen, plural: bool) -> int:
    if seen.referent.kind in ("adjective", "city") or not seen.referent.parties:
        return -1
    return 1 if plural and (seen.number == "Plur" or len(seen.referent.parties) > 1) else 0 if not plural or not seen.is_person else -1


def _number(token: Token, referent: Referent) -> Number:
    if len(referent.parties) > 1:
        return "Plur"
    value = token.feats.get("Number")
    if referent.kind in ("state", "organization", "group", "capital", "body", "seat"):
        return None
    return "Plur" if value == "Plur" else "Sing" if value == "Sing" else None


def _gender(sentence: Sentence, token: Token) -> Gender:
    if token.pos == "PROPN":
        marks = [g for t in sentence.children(token, "det") if (g := _feature(t, "Gender"))]
        return marks[0] if marks else None
    return _feature(token, "Gender")


def _feature(token: Token, name: str) -> Gender:
    value = token.feats.get(name)
    return "Masc" if value == "Masc" else "Fem" if value == "Fem" else None
