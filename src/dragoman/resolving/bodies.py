"""Organs and people that name no country: `the army`, `le ministère`."""

from __future__ import annotations

from dragoman.knowledge import states
from dragoman.languages.grammar import Grammar, Words
from dragoman.model.mentions import Party, Referent, Sector
from dragoman.model.text import Sentence, Token
from dragoman.ontology import ontology
from dragoman.resolving.reading import NATIONAL, Reading

LOCAL = ("COP", "CVL", "JUD", "OPP", "MED", "EDU", "REL")
"""Sectors of people and organs that are met where they are at home."""
BOTH = ("CVL", "REB", "MIL")
"""Sectors whose people have one word for noun and adjective."""
OWNED = ("of", "modifier", "possessive", "whose")
"""How a noun tells whose it is."""
GOVERNS = ("capital", "state", "seat")
"""Kinds of places that one may speak to: "imputer à Moscou" is no place."""


def body(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`le gouvernement`, `the army` with no country: the one spoken of before, else the country of the dispatch."""
    lemma = noun.lemma.lower()
    sector = grammar.sectors.get(lemma)
    nominal = noun.relation in ("nsubj", "obj", "iobj") and sector in BOTH  # "vingt-six civils"
    adjective = noun.pos == "ADJ" and not nominal
    taken = noun.relation == "obj" and sentence[noun.head].lemma.lower() in grammar.power_verbs  # "prendre le pouvoir"
    in_power = lemma in grammar.power_words and (sentence.case(noun) != "" or taken)  # "le parti au pouvoir"
    if sector is None or adjective or in_power or is_generic(sentence, noun) or _is_no_organ(reading, sentence, noun):
        return None
    code = _shared(reading, sentence, noun) or _whose_body(reading, sentence, noun, sector)
    if code is None:
        return None
    if sector == "GOV" and (code := _facing(reading, sentence, noun, code)) is None:
        return None
    text, state = reading.phrase(sentence, noun), states().get(code)
    forces = (sector == "MIL" and lemma not in grammar.callings) or lemma in grammar.central
    code = state.parent if forces and state and state.parent else code  # a territory has no army
    referent = Referent(text, (Party(code, text, sector),), "body", rule="body")
    if lemma in grammar.rulers:
        reading.bodies[lemma] = referent
    return referent


def _whose_body(reading: Reading, sentence: Sentence, noun: Token, sector: Sector) -> str | None:
    ministry = noun.lemma.lower() in reading.language.grammar.ministry_words
    if noun.lemma.lower() in reading.language.grammar.hardware:
        return _told(reading, sentence, noun, ministry)
    if sector == "MIL" and (sender := _sender(reading, sentence, noun)):
        return sender
    alliance = noun.lemma.lower() in reading.language.grammar.organisation_words and noun.feats.get("Number") != "Plur"
    if alliance and (told := _told(reading, sentence, noun, ministry)):
        return told
    beside_it = _of_the_person(reading, sentence) if ministry else None
    where = _where(reading, sentence, noun) if sector in LOCAL or noun.feats.get("Number") == "Plur" else None
    if sector == "CVL" and where is None:
        where = _just_before(reading, sentence, noun)
    plays = reading.scene(sentence) or reading.settings.get(sentence.paragraph)
    stands = partisan(reading, sentence, noun) or _stationed(reading, sentence, noun) or _there(reading, sentence, noun)
    return beside_it or stands or where or plays or _told(reading, sentence, noun, ministry) or reading.home


def _is_no_organ(reading: Reading, sentence: Sentence, noun: Token) -> bool:
    """`l'état d'urgence`; `a Gulf diplomat`, `des dirigeants africains`: of a region wider than any state, which is no party."""
    around = sentence.children(noun, "amod", "compound", "nmod", "nmod:poss")
    condition = noun.lemma.lower() in reading.language.grammar.country_words and any(sentence.case(t) for t in around)
    return condition or any(t.lemma.lower() in reading.language.grammar.wide_regions for t in around)


def _shared(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """`les services du royaume et le palais`: joined to an organ of a state told, the next is that state's too."""
    if noun.relation != "conj" or sentence[noun.head].lemma.lower() not in reading.language.grammar.sectors:
        return None
    before = reading.referents.get((sentence.index, noun.head))
    return before.codes[0] if before and len(before.codes) == 1 and before.rule in OWNED else None


def _facing(reading: Reading, sentence: Sentence, noun: Token, code: str) -> str | None:
    """`Paris reproche aux autorités ...`: a state that acts as one has another's government before it, the one told of last.

    Nobody where a government is said to act on the state that it would be of: `la chancelière a prévenu Moscou`.
    """
    verb = sentence.parent(noun)
    clause = reading.found.clauses.get((sentence.index, verb.index)) if verb else None
    if clause is None or noun.relation not in ("nsubj", "obj", "iobj", "obl"):
        return code
    subject = noun.index in clause.subj
    whole = (r for i in (clause.obj if subject else clause.subj) if (r := reading.referents.get((sentence.index, i))))
    acting = [r for r in whole if r.kind in GOVERNS]
    if subject:
        return None if any(code in r.codes for r in acting) else code
    if not any(code in r.codes for r in acting):
        return code
    passed = (c for s in reading.focus.recent(sentence.index) if s.referent.kind in NATIONAL for c in s.referent.codes)
    return next((c for c in passed if c in states() and not any(c in r.codes for r in acting)), code)


def _sender(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """`Uganda sent troops to South Sudan`: forces are those of who sends them."""
    verb = sentence.parent(noun) if noun.relation == "obj" else None
    clause = reading.found.clauses.get((sentence.index, verb.index)) if verb else None
    acts = {p.pattern.act for p in reading.found.predicates if verb and (p.sentence, p.head) == (sentence.index, verb.index)}
    if clause is None or clause.passive or not any(ontology().acts[act].type == "MOBILIZE" for act in acts):
        return None
    senders = {code for i in clause.subj if (r := reading.referents.get((sentence.index, i))) for code in r.codes}
    return senders.pop() if len(senders) == 1 else None


def _told(reading: Reading, sentence: Sentence, noun: Token, ministry: bool) -> str | None:
    """Whose the organ of that name was that was spoken of last; one ministry abroad says nothing of the next ("the health ministry")."""
    rulers = reading.language.grammar.rulers
    alike = rulers if noun.lemma.lower() in rulers else {noun.lemma.lower()}
    before = next((reading.bodies[lemma] for lemma in (noun.lemma.lower(), *sorted(alike)) if lemma in reading.bodies), None)
    told = before.codes[0] if before and before.codes else None
    another = ministry and bool(sentence.children(noun, "amod", "compound"))
    single = noun.feats.get("Number") != "Plur"
    new = single and any(t.feats.get("Definite") == "Ind" for t in sentence.children(noun, "det"))  # "an official"
    return None if new or (another and told != reading.home) else told


def _stationed(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """`the navy in Beijing`, `des législateurs à Londres`: the place right behind the noun; `in Beijing, where the navy ...`."""
    clause = sentence.parent(noun)
    if clause is not None and clause.dep == "acl:relcl" and _is_there(reading, sentence, clause):
        taken_up = reading.referents.get((sentence.index, clause.head))
        if taken_up is not None and taken_up.place:
            return taken_up.place
    cases = reading.language.grammar.locative_cases
    for token in sentence.children(noun, "nmod", "obl"):
        referent = reading.referents.get((sentence.index, token.index))
        near = noun.index < token.index <= noun.index + 3
        if near and referent and referent.place and sentence.case(token).split(" ")[0] in cases:
            return referent.place
    return None


def _is_there(reading: Reading, sentence: Sentence, clause: Token) -> bool:
    """Whether a relative clause tells of the place that it hangs on."""
    wheres = reading.language.grammar.relative_pronouns["place"]
    return any(t.lower in wheres for t in sentence.children(clause))


def partisan(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """`Republican senators`: by a party's name that only one of the states told of has."""
    names = reading.language.grammar.partisan
    marks = (names.get(t.lemma.lower()) for t in sentence.children(noun, "amod", "compound"))
    return next((code for code in marks if code and reading.concerned.get(code)), None)


def _there(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """`the junta there`: the place told of last."""
    after = sentence[noun.index + 1].lower if noun.index + 1 < len(sentence) else ""
    if after not in reading.language.grammar.there_words:
        return None
    return next(
        (s.referent.place for s in reading.focus.recent(sentence.index) if s.referent.place and (s.located or s.referent.kind == "state")),
        None,
    )


def _where(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """People and local organs are those of the place that the sentence tells of: `killed two soldiers near Taiz`."""
    cases = reading.language.grammar.locative_cases
    places: list[tuple[int, str]] = []
    for token in sentence:
        referent = reading.referents.get((sentence.index, token.index))
        if referent is None or not referent.place or not _lies(sentence, token, cases):
            continue
        case = sentence.case(token).split(" ")[0]
        addressed = case in reading.language.grammar.dative_cases and referent.kind in GOVERNS and token.index > sentence.root.index
        if not addressed:
            places.append((abs(token.index - noun.index), referent.place))
    return min(places)[1] if places else None


def _just_before(reading: Reading, sentence: Sentence, noun: Token) -> str | None:
    """The place of the sentence before, in the same paragraph: `bombed a village in Iraq. The raid killed a shepherd.`"""
    before = reading.parsed.sentences[sentence.index - 1] if sentence.index else sentence
    return _where(reading, before, before.root) if before.paragraph == sentence.paragraph and before != sentence else None


def _lies(sentence: Sentence, place: Token, cases: Words) -> bool:
    """Whether something happens there: `in Uyuni`, `onto the streets of the town of Uyuni`."""
    if sentence.case(place).split(" ")[0] in cases:
        return True
    above = [t for t in sentence.ancestors(place) if t.pos == "NOUN"][:2]
    return place.relation == "nmod" and any(sentence.case(t).split(" ")[0] in cases and t.index < place.index for t in above)


def _of_the_person(reading: Reading, sentence: Sentence) -> str | None:
    """A ministry named beside a named official is that official's."""
    for token in sentence:
        referent = reading.referents.get((sentence.index, token.index))
        if referent and referent.person and len(referent.codes) == 1 and referent.parties[0].sector == "GOV":
            return referent.codes[0]
    return None


def is_generic(sentence: Sentence, noun: Token) -> bool:
    """A bare singular ("contre personne", "by boat"): no one in particular; "au" and "du" hold an article."""
    article = any(t.feats.get("PronType") == "Art" for t in sentence.children(noun, "case"))
    bare = not article and not sentence.children(noun, "det", "nummod", "amod", "nmod:poss", "compound")
    return bare and noun.feats.get("Number") != "Plur" and sentence.case(noun) != ""
