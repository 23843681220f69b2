"""What a definite noun takes up: `le pays`, `the bloc`, `the Fund`, `the court`, `le dirigeant`, `the former comedian`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set

from dragoman.knowledge.organizations import groups, organizations
from dragoman.knowledge.relations import of_form
from dragoman.languages.grammar import Grammar
from dragoman.model.mentions import Party, Referent
from dragoman.model.text import Sentence, Token
from dragoman.resolving.focus import OUT
from dragoman.resolving.pronouns import feature
from dragoman.resolving.reading import Reading

FAR_MORE = 2
"""How many times as often one is told of as another to be meant before it, though named longer ago."""
ENVOYS = ("envoy", "mediator", "representative")
"""Offices of those who mediate, by words of their short names."""
BLOC = "bloc"
"""The word is the same in every language of ours."""


def joint(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`les deux Corées`, `the Koreas`: states that share a name."""
    codes = grammar.joint_names.get(noun.lower)
    numbered = any(t.lower in grammar.pair_words for t in sentence.tokens[max(0, noun.index - 2) : noun.index])
    if codes is None or not noun.text[:1].isupper() or not (numbered or noun.lower.endswith("s")):
        return None
    return Referent(noun.text, tuple(Party(code, noun.text) for code in codes), "state", rule="joint name")


def definite(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """What a definite noun that names nobody takes up: an organisation, a court, a state, a group, a person."""
    marked = has_article(sentence, noun) or any(t.feats.get("PronType") == "Dem" for t in sentence.children(noun, "det"))
    before = sentence[noun.index - 1] if noun.index else noun
    marked = marked or (noun.lower in grammar.halves and before.lower in grammar.determiners)  # wherever the tree hangs the article
    court = _court(reading, sentence, noun, grammar) if marked else None
    if court or not marked or noun.feats.get("Number") == "Plur":
        return court
    return (
        _divided(reading, sentence, noun, grammar)
        or _short_name(reading, sentence, noun, grammar)
        or _of_a_kind(reading, sentence, noun, grammar)
        or _bloc(reading, sentence, noun, grammar)
        or _the_person(reading, sentence, noun, grammar)
    )


def has_article(sentence: Sentence, noun: Token) -> bool:
    """Whether a definite article introduces a noun, be it within its adposition ("du groupe")."""
    return any(t.feats.get("Definite") == "Def" for t in sentence.children(noun, "det", "case"))


def former_land(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`the former Soviet republic`: the state told of last, not the one that it once belonged to."""
    past = any(t.lemma.lower() in grammar.past_adjectives for t in sentence.children(noun, "amod"))
    definite = has_article(sentence, noun)
    singular = noun.feats.get("Number") != "Plur"
    if not (past and definite and singular and noun.lemma.lower() in grammar.country_words) or sentence.children(noun, "appos", "nmod"):
        return None
    return _the_country(reading, sentence, noun)


def native(reading: Reading, sentence: Sentence, noun: Token, of: Referent) -> Referent | None:
    """`the Frenchman`, `le Turc`: the person of that country told of last, where someone is."""
    definite = has_article(sentence, noun)
    if of.kind != "demonym" or not definite or noun.feats.get("Number") == "Plur" or sentence.children(noun, "appos", "flat:name", "nmod"):
        return None
    return next((s.referent for s in reading.focus.recent(sentence.index) if s.is_person and s.referent.codes == of.codes), None)


def bloc_of_region(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`le bloc ouest-africain`: a region's own organisation, by the words of the noun itself."""
    if noun.lemma.lower() not in grammar.organisation_words:
        return None
    text = reading.phrase(sentence, noun)
    code = next(_regions(text, grammar), None)
    return Referent(text, (Party(code, text, "IGO", code),), "organization", rule="bloc") if code else None


def _bloc(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`the bloc` after "West African leaders": the organisation of the region named last."""
    if noun.lemma.lower() != BLOC:
        return None
    codes = list(_regions(reading.parsed.document.text[reading.parsed.body : noun.start], grammar))
    return Referent(noun.text, (Party(codes[-1], noun.text, "IGO", codes[-1]),), "organization", rule="bloc") if codes else None


def _regions(text: str, grammar: Grammar) -> Iterator[str]:
    """The organisations of the regions named in a text, in its order."""
    names = "|".join(sorted(map(re.escape, grammar.blocs), key=len, reverse=True))
    yield from (
        grammar.blocs[found.group().lower()]
        for found in re.finditer(rf"\b(?:{names})s?\b", text, re.IGNORECASE)
        if found.group().lower() in grammar.blocs
    )


def _court(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`the judges`, `la cour` where the court told of last is an international one."""
    lemma = noun.lemma.lower()
    if grammar.sectors.get(lemma) != "JUD" or sentence.children(noun, "nmod:poss"):
        return None
    for seen in reversed(reading.focus.passed):
        code = next((c for c in seen.referent.codes if c in organizations() and organizations()[c].kind == "court"), None)
        if code is not None:
            return Referent(noun.text, (Party(code, noun.text, "JUD", code),), "body", rule="court")
        if seen.referent.parties and seen.referent.parties[0].sector == "JUD":
            return None
    return None


def fighters(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`les rebelles`, `the Yemeni rebels` after the name of a group: that group's."""
    fighting = grammar.sectors.get(noun.lemma.lower()) == "REB" or noun.lemma.lower() in grammar.irregulars
    if not fighting or not has_article(sentence, noun) or sentence.children(noun, "appos", "flat"):
        return None
    around = sentence.children(noun, "amod", "compound", "nmod", "nmod:poss")
    told = {code for t in around if (r := reading.referents.get((sentence.index, t.index))) for code in r.codes}
    recent = (s.referent for s in reading.focus.recent(sentence.index) if s.referent.kind == "group" and s.referent.parties)
    known = ((r, groups().get(r.parties[0].code)) for r in recent)
    return next((r for r, group in known if group and told <= {group.country}), None)


def court_of(reading: Reading, sentence: Sentence, noun: Token, owners: tuple[Party, ...]) -> tuple[Party, ...]:
    """`the UN's top court`: the court of an organisation that has one."""
    grammar = reading.language.grammar
    if len(owners) != 1 or grammar.sectors.get(noun.lemma.lower()) != "JUD" or owners[0].code not in grammar.usual_courts:
        return owners
    court = grammar.usual_courts[owners[0].code]
    return (Party(court, noun.text, "JUD", court),)


def _of_a_kind(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    lemma = noun.lemma.lower()
    return _of_form(reading, sentence, noun, grammar) if lemma in grammar.forms else _taken_up(reading, sentence, noun, grammar)


def _taken_up(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    lemma = noun.lemma.lower()
    if _complemented(sentence, noun):
        return None
    if lemma in grammar.country_words:
        ruled = lemma in grammar.rulers and not grammar.rulers & reading.bodies.keys()  # "le régime", where no junta was told of
        if ruled:
            subjects = (s.referent for s in reading.focus.recent(sentence.index) if s.subject and s.referent.kind in ("state", "capital"))
            return next(subjects, None) or _the_country(reading, sentence, noun)
        return _the_country(reading, sentence, noun) if lemma not in grammar.sectors else None
    wanted: set[str] = set()
    wanted |= {"organization"} if lemma in grammar.organisation_words else set()
    wanted |= {"group"} if lemma in grammar.group_words else set()
    found = next((s.referent for s in reading.focus.recent(sentence.index) if s.referent.kind in wanted), None) if wanted else None
    return found or _foremost(reading, wanted)


def _complemented(sentence: Sentence, noun: Token) -> bool:
    """`l'état d'urgence`, `the republic of letters`: the noun is not told of before."""
    return any(sentence.case(t) for t in sentence.children(noun, "nmod") if t.index > noun.index)


def _the_country(reading: Reading, sentence: Sentence, noun: Token) -> Referent | None:
    """The state named last, unless another named lately is one that the text tells of far more."""
    recent = [s.referent for s in reading.focus.recent(sentence.index) if s.referent.kind in ("state", "capital")]
    most = max(recent, key=lambda r: reading.told[r.codes[0]] if r.codes else 0, default=None)
    if most is None:
        return None
    last, home = reading.told[recent[0].codes[0]], reading.home or ""
    if reading.told[home] >= FAR_MORE * FAR_MORE * last and home not in {code for r in recent for code in r.codes}:
        return Referent(reading.text(sentence.index, noun.index, noun.index), (Party(home, noun.text),), "state", place=home, rule="home")
    return most if FAR_MORE * last <= reading.told[most.codes[0]] else recent[0]


def _foremost(reading: Reading, kinds: Set[str]) -> Referent | None:
    """The group or organisation told of, however long ago, where it is the only one or told of far more than any other."""
    seen = [s.referent for s in reading.focus.passed if s.referent.kind in kinds and s.referent.parties]
    ranked = Counter(r.codes for r in seen).most_common(2)
    clear = ranked and (len(ranked) == 1 or ranked[0][1] >= FAR_MORE * ranked[1][1])
    return next(r for r in reversed(seen) if r.codes == ranked[0][0]) if clear else None


def _of_form(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`le royaume`, `the emirate`, `the island`: of the states of that form said so far the one that the text tells of most, then last."""
    if sentence.children(noun, "nmod", "appos", "flat", "compound"):
        return None
    called = of_form(grammar.forms[noun.lemma.lower()])
    passed = [code for seen in reversed(reading.focus.passed) for code in seen.referent.codes if code in called]
    code = max(passed, key=lambda code: reading.concerned[code], default=None)
    return Referent(noun.text, (Party(code, noun.text),), "state", place=code, rule="form") if code else None


def _the_person(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`le dirigeant`, `the leader`, alone: the person spoken of last."""
    alone = not sentence.children(noun, "nmod", "nmod:poss", "appos", "flat:name", "acl:relcl")
    past = any(t.lemma.lower() in grammar.past_adjectives for t in sentence.children(noun, "amod"))
    if not alone or not (noun.lemma.lower() in grammar.person_words or (past and noun.lemma.lower() in grammar.callings)):
        return None
    if noun.lemma.lower() in grammar.mediating | grammar.missions:
        sent = (who for office, who in reversed(reading.holders.items()) if any(word in office for word in ENVOYS))
        if (envoy := next(sent, None)) is not None:
            return envoy
    gender = feature(noun, "Gender")
    return reading.focus.antecedent(sentence.index, "Sing", gender, lambda seen: 1 if seen.is_person and seen.referent.parties else OUT)


def _divided(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`le Nord`, `the South`: a half of a divided country, where the text speaks of it or of the other half by name too."""
    whole = grammar.halves.get(noun.lower) if noun.text[:1].isupper() else None
    told = any(reading.countries.get(half) for half in grammar.halves.values()) or reading.words & _shared(grammar, whole)
    if whole is None or not told or sentence.children(noun, "amod", "nmod", "compound"):
        return None
    return Referent(noun.text, (Party(whole, noun.text),), "state", place=whole, rule="half")


def _shared(grammar: Grammar, code: str | None) -> set[str]:
    """The names that a state shares with its other half."""
    return {name for name, codes in grammar.joint_names.items() if code in codes}


def _short_name(reading: Reading, sentence: Sentence, noun: Token, grammar: Grammar) -> Referent | None:
    """`le Conseil`, `the Fund`: the last organisation with the word in its name; in capitals alone, the one that is always so called."""
    if noun.text[:1].islower() or sentence.children(noun, "nmod", "compound"):
        return None
    called = reading.language.names.organizations.get(noun.lower, frozenset())
    seen = [s.referent for s in reversed(reading.focus.passed) if s.referent.kind == "organization" and called & set(s.referent.codes)]
    before = next((r for r in seen if noun.lower in r.name.lower().split()), None) or next(
        iter(seen if noun.lower not in grammar.sectors else ()), None
    )  # a state has a parliament too
    code = next((c for c, words in grammar.short_names.get(noun.lower, {}).items() if not words or reading.words & set(words)), None)
    usual = Referent(noun.text, (Party(code, noun.text, "IGO", code),), "organization", rule="short name") if code else None
    return before or usual
