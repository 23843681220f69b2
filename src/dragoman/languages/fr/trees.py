"""What the French model gets wrong of names, verbs and their arguments, mended on its trees.

Each step takes the tokens of a sentence and gives them back with some tags, relations or heads changed; none adds or drops a word.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.languages.moves import below
from dragoman.model.text import Token

Step = Callable[[list[Token]], list[Token]]
REFLEXIVE = ("se", "s'", "me", "m'")
ACTIVE = {"aux:pass": "aux:tense", "nsubj:pass": "nsubj"}
WITH_ETRE = frozenset(
    [
        "aller", "arriver", "venir", "revenir", "devenir", "parvenir", "intervenir", "survenir", "provenir", "advenir",
        "descendre", "redescendre", "monter", "remonter", "tomber", "retomber", "partir", "repartir", "entrer", "rentrer",
        "sortir", "ressortir", "convenir", "rester", "retourner", "naître", "renaître", "mourir", "décéder", "accourir",
    ]
)
"""Verbs whose past is made with `être`."""
TIMES = frozenset(
    [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "matin", "matinée", "midi", "après-midi",
        "soir", "soirée", "nuit", "jour", "journée", "veille", "lendemain", "week-end", "semaine", "mois", "an", "année",
        "heure", "minute", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre", "hier", "trimestre",
    ]
)
"""Nouns that date an act when they stand bare beside it."""
PENALTIES = frozenset(["prison", "réclusion", "détention", "emprisonnement", "travail"])
"""What terms of years are of."""
WITH_DE = frozenset(["auprès", "lors"])
"""Adverbs that with `de` make an adposition."""
TOWARDS = {"encontre": "contre", "égard": "envers", "endroit": "envers", "intention": "envers", "adresse": "envers"}
"""Nouns that between `à l'` and `de` make an adposition, by the one that means the same."""
REPEATED = frozenset(["de", "à"])
"""Adpositions that every nominal of an enumeration has."""
OF_ACTS = frozenset(["par", "contre", "avec", "sur", "en", "dans", "à", "vers", "chez", "auprès", "envers", "face", "devant"])
"""Adpositions that a date does not govern."""


NO_GERUNDS = frozenset(
    ["courant", "suivant", "restaurant", "enfant", "croissant", "tournant", "instant", "habitant", "étudiant", "opposant", "combattant",
     "dirigeant", "représentant", "commerçant", "ressortissant", "montant", "couchant", "suppléant", "descendant", "débutant"]
)  # fmt: skip
"""Nouns in -ant that may follow `en`."""
PRONOUNS = frozenset(
    [
        "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "lui", "eux", "ce", "ceci", "cela", "celui", "celle", "ceux",
        "celles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "qui", "que", "rien", "tout", "tous", "toutes", "personne", "certains",
        "certaines", "plusieurs", "aucun", "aucune", "beaucoup", "chacun", "chacune", "moi", "soi", "autres", "quiconque",
    ]
)


def mended(tokens: list[Token]) -> list[Token]:
    """Passives that are none, dates that are no objects and govern nothing, objects that hang on a date or a place, joined names."""
    adpositions: tuple[Step, ...] = (_compound_adpositions, _adposition_nouns)
    numbers: tuple[Step, ...] = (_counted, _beyond_numbers)
    steps: tuple[Step, ...] = (*adpositions, _actives, _dates, _partitives, _objects, _beyond_dates, _joined, _asides, *numbers)
    for step in steps:
        tokens = step(tokens)
    return tokens


def participles(tokens: list[Token]) -> list[Token]:
    """`a gelé`, `fermée par Alger`, `en avertissant` are verbs even where the tagger sees an adjective or a noun."""
    had = [replace(t, dep="aux:tense") if t.dep == "cop" and t.lemma == "avoir" and tokens[t.head].pos == "ADJ" else t for t in tokens]
    verbs = {t.head for t in had if (t.dep.startswith("aux") and t.lemma == "avoir") or t.dep == "obl:agent"}
    verbs -= {t.index for t in had if t.pos == "NOUN" and (not t.index or had[t.index - 1].pos not in ("AUX", "ADV"))}
    return [_gerund(had, _complained(had, _participle(t) if t.index in verbs else t)) for t in had]


def _gerund(tokens: list[Token], token: Token) -> Token:
    """`en avertissant que`: no noun in -ant follows a bare `en` but those that name no act."""
    bare = token.index > 0 and tokens[token.index - 1].lower == "en" and token.pos in ("NOUN", "ADJ", "ADV")
    if not bare or not token.lower.endswith("ant") or len(token.lower) < 7 or token.lower in NO_GERUNDS:
        return token
    stem = token.lower.removesuffix("issant") + "ir" if token.lower.endswith("issant") else token.lower.removesuffix("ant") + "er"
    dep = "advcl" if tokens[token.head].pos in ("VERB", "AUX") else token.dep
    return replace(token, pos="VERB", lemma=stem, dep=dep, feats={"VerbForm": "Part", "Tense": "Pres"})


def _complained(tokens: list[Token], token: Token) -> Token:
    """`s'est plainte` is no noun."""
    before = [t.lower for t in tokens[max(0, token.index - 3) : token.index]]
    if token.lower not in ("plaint", "plainte", "plaints", "plaintes") or not {"se", "s'"} & set(before):
        return token
    return replace(token, pos="VERB", lemma="plaindre", feats={"VerbForm": "Part", "Tense": "Past"})


def _participle(token: Token) -> Token:
    if token.pos not in ("ADJ", "NOUN", "ADV", "X") or not token.lower.endswith(("é", "és", "ée", "ées")):
        return token
    stem = token.lower.rstrip("es").removesuffix("é")
    return replace(token, pos="VERB", lemma=stem + "er", feats={**token.feats, "VerbForm": "Part", "Tense": "Past"})


def surnames(tokens: list[Token]) -> list[Token]:
    """A person's name is a proper noun even where the tagger sees an adverb, a pronoun or a verb: `Macron a reçu Poutine`."""
    return [_surname(tokens, t) if _is_surname(t) else t for t in tokens]


def nouns(tokens: list[Token]) -> list[Token]:
    """`de drones russes`: a word that an article, an adposition or an adjective hangs on is no adverb."""
    governing = {t.head for t in tokens if t.relation in ("case", "det", "amod") and t.pos in ("ADP", "DET", "ADJ")}
    tokens = [replace(t, pos="NOUN", feats={}) if t.index in governing and _is_odd_adverb(t) else t for t in tokens]
    tokens = [replace(t, pos="NOUN", lemma=t.lower.rstrip("s"), feats={}) if _is_odd_verb(tokens, t) else t for t in tokens]
    return [replace(t, pos="PROPN", lemma=t.text, feats={}) if t.index == 0 and _is_odd_town(t) else t for t in tokens]


def _is_odd_verb(tokens: list[Token], token: Token) -> bool:
    """`a rejeté l'offre de Lima`: what an article stands right before, as an object or a complement, is no finite verb."""
    before = tokens[token.index - 1] if token.index else token
    article = before.pos == "DET" and before.head == token.index and before.relation == "det"
    return article and token.pos == "VERB" and token.feats.get("VerbForm") == "Fin" and token.relation in ("obj", "obl", "nmod", "conj")


def _is_odd_town(token: Token) -> bool:
    """`Oslo, que ...`: the town that opens a sentence is a name whatever the tagger sees in it."""
    return token.entity == "LOC" and token.pos in ("NOUN", "ADJ", "ADV", "VERB", "X") and token.text[0].isupper()


def _is_odd_adverb(token: Token) -> bool:
    nominal = token.relation in ("nmod", "obj", "nsubj", "obl", "conj", "appos", "root")
    return token.pos == "ADV" and nominal and len(token.text) > 4 and not token.lower.endswith("ment") and token.lower.endswith("s")


def _is_surname(token: Token) -> bool:
    capital = token.text[0].isupper() and token.lower not in PRONOUNS
    return capital and token.entity == "PER" and token.pos in ("ADV", "PRON", "VERB", "AUX", "X") and token.dep != "root"


def _surname(tokens: list[Token], token: Token) -> Token:
    """As a proper noun, and as the subject where it stands for an adverb before a verb that has none."""
    verb = tokens[token.head]
    subject = any(t.relation in ("nsubj", "expl") for t in below(tokens, verb))
    first = token.dep == "advmod" and token.index < verb.index and not subject
    return replace(token, pos="PROPN", lemma=token.text, feats={}, dep="nsubj" if first else token.dep)


def _actives(tokens: list[Token]) -> list[Token]:
    """`est arrivé`, `a libéré`, `se sont réunis`: no passives, whatever the model calls their subjects."""
    active = {t.index for t in tokens if _is_active(tokens, t)}
    return [replace(t, dep=ACTIVE.get(t.dep, t.dep)) if t.head in active else t for t in tokens]


def _is_active(tokens: list[Token], verb: Token) -> bool:
    own = below(tokens, verb)
    if any(t.dep == "obl:agent" or t.lower == "été" for t in own):
        return False
    reflexive = verb.pos == "VERB" and any(t.lower in REFLEXIVE and t.pos == "PRON" and t.index < verb.index for t in own)
    with_avoir = any(t.dep.startswith("aux") and t.lemma == "avoir" for t in own)
    return reflexive or with_avoir or verb.lemma in WITH_ETRE


def _dates(tokens: list[Token]) -> list[Token]:
    """A bare date is no object: `est attendu lundi`; a term of prison is one: `a infligé dix ans de prison`."""
    cased = {t.head for t in tokens if t.relation == "case"}
    terms = {t.head for t in tokens if t.lemma.lower() in PENALTIES and t.relation == "nmod"}
    bare = {t.index for t in tokens if _is_date(t) and t.dep in ("obj", "obl:arg", "obl:mod") and t.index not in cased}
    return [replace(t, dep="obj" if t.index in terms else "obl:mod") if t.index in bare else t for t in tokens]


def _compound_adpositions(tokens: list[Token]) -> list[Token]:
    """`protester auprès de la Chine`: with `de` behind it such an adverb is an adposition, and what it governs is the verb's."""
    for adverb in [t for t in tokens if t.lower in WITH_DE and t.pos == "ADV" and t.index + 1 < len(tokens)]:
        link = tokens[adverb.index + 1]
        noun = tokens[link.head]
        if link.lemma != "de" or link.relation != "case" or noun.head != adverb.index or adverb.head in (noun.index, adverb.index):
            continue
        dep = "obl:arg" if tokens[adverb.head].pos in ("VERB", "AUX") else "nmod"
        places = {noun.index: (adverb.head, dep), adverb.index: (noun.index, "case"), link.index: (adverb.index, "fixed")}
        tokens = [replace(t, head=places[t.index][0], dep=places[t.index][1]) if t.index in places else t for t in tokens]
        tokens = [replace(t, pos="ADP") if t.index == adverb.index else t for t in tokens]
    return tokens


def _adposition_nouns(tokens: list[Token]) -> list[Token]:
    """`sanctions à l'encontre de Cuba` are sanctions against Cuba."""
    for noun in [t for t in tokens if t.lower in TOWARDS and t.index > 1 and t.index + 2 < len(tokens)]:
        to, link = tokens[noun.index - 2], tokens[noun.index + 1]
        named = tokens[link.head]
        if to.lower != "à" or tokens[noun.index - 1].lower != "l'" or link.lemma != "de" or named.head != noun.index:
            continue
        words = {to.index, to.index + 1, link.index}
        tokens = [replace(t, head=noun.index, dep="fixed") if t.index in words else t for t in tokens]
        tokens = [replace(t, head=noun.head, dep=noun.dep) if t.index == named.index else t for t in tokens]
        as_case = replace(noun, pos="ADP", lemma=TOWARDS[noun.lower], head=named.index, dep="case")
        tokens = [as_case if t.index == noun.index else t for t in tokens]
    return tokens


def _partitives(tokens: list[Token]) -> list[Token]:
    """`livrera à l'Ukraine des moyens`: a state's name takes no complement with `des`, so it is an article there."""
    articles = {t.index for t in tokens if t.lower == "des" and t.relation == "case" and _is_partitive(tokens, tokens[t.head])}
    return [replace(t, pos="DET", lemma="un", dep="det") if t.index in articles else t for t in tokens]


def _is_partitive(tokens: list[Token], noun: Token) -> bool:
    name = tokens[noun.head]
    verb = tokens[name.head]
    behind = verb.index < name.index < noun.index and verb.pos == "VERB" and not _has_object(tokens, verb, name)
    return noun.pos == "NOUN" and name.pos == "PROPN" and behind and any(t.relation == "case" for t in below(tokens, name))


def _counted(tokens: list[Token]) -> list[Token]:
    """`trois cents personnes ont manifesté`: what is counted is the nominal, the number stands before it."""
    for number in tokens:
        noun = tokens[number.index + 1] if number.index + 1 < len(tokens) else number
        odd = number.lemma.lower() in ("cent", "mille") and number.pos == "NOUN" and noun.pos == "NOUN" and noun.head == number.index
        if odd:
            places = {noun.index: (number.head, number.dep), number.index: (noun.index, "nummod")}
            tokens = [replace(t, head=places[t.index][0], dep=places[t.index][1]) if t.index in places else t for t in tokens]
    return tokens


def _beyond_numbers(tokens: list[Token]) -> list[Token]:
    """`deux cents policiers en Haïti`: what hangs on the number is of what is counted."""
    numbers = {t.index: t.head for t in tokens if t.relation == "nummod"}
    return [replace(t, head=numbers[t.head]) if t.head in numbers and t.relation in ("nmod", "obl", "acl") else t for t in tokens]


def _objects(tokens: list[Token]) -> list[Token]:
    """An object hung on the date or the place before it is the verb's: `a émis vendredi un mandat`, `a donné à Manille douze navires`."""
    return [replace(t, head=tokens[tokens[t.head].head].index, dep="obj") if _is_adrift(tokens, t) else t for t in tokens]


def _is_adrift(tokens: list[Token], token: Token) -> bool:
    middle = tokens[token.head]
    verb = tokens[middle.head]
    if token.pos not in ("NOUN", "PROPN") or token.relation not in ("nmod", "appos", "obj") or _is_date(token) or verb.pos != "VERB":
        return False
    if not verb.index < middle.index < token.index or middle.relation not in ("obl", "obj", "advmod", "nmod", "iobj"):
        return False
    return _stands_between(tokens, middle, token) and _looks_like_object(tokens, middle, token) and not _has_object(tokens, verb, middle)


def _stands_between(tokens: list[Token], middle: Token, token: Token) -> bool:
    """Whether the middle is a date or a place, with no comma after it, unless one opens it too: `a claqué, vendredi, la porte`."""
    aside = _is_date(middle) and tokens[tokens[middle.head].index + 1].text == ","
    comma = any(t.text in (";:(" if aside else ",;:(") for t in tokens[middle.index : token.index])
    return not comma and (_is_date(middle) or _is_place(tokens, middle, token))


def _is_place(tokens: list[Token], middle: Token, token: Token) -> bool:
    return middle.pos == "PROPN" and any(t.relation == "case" for t in below(tokens, middle)) and token.relation == "nmod"


def _looks_like_object(tokens: list[Token], middle: Token, token: Token) -> bool:
    own = below(tokens, token)
    determined = any(t.relation in ("det", "nummod") and t.index < token.index for t in own)
    named = token.pos == "PROPN" and not _is_place(tokens, middle, token)
    return (determined or named) and not any(t.relation == "case" for t in own)


def _has_object(tokens: list[Token], verb: Token, middle: Token) -> bool:
    beside = below(tokens, verb)
    return any((t.relation == "obj" and t.index != middle.index) or t.dep == "aux:pass" for t in beside)


def _beyond_dates(tokens: list[Token]) -> list[Token]:
    """What an adposition joins to a date belongs to what happened then: `lancés au cours de mardi par Lima contre Quito`."""
    cases = {t.head: t.lemma for t in tokens if t.relation == "case"}
    return [_past_dates(tokens, t) if cases.get(t.index) in OF_ACTS else t for t in tokens]


def _past_dates(tokens: list[Token], token: Token) -> Token:
    above = tokens[token.head]
    if _is_date(token) or token.pos not in ("NOUN", "PROPN", "PRON") or not _is_date(above) or above.index > token.index:
        return token
    while _is_date(above) and above.head != above.index:
        above = tokens[above.head]
    return token if _is_date(above) else replace(token, head=above.index, dep="obl:mod" if above.pos in ("VERB", "AUX") else "nmod")


def _joined(tokens: list[Token]) -> list[Token]:
    """`le président A et le chancelier B ont promis`: what follows a conjunction is joined to what stands before it."""
    joined = {_right_of(tokens, t) for t in tokens if t.relation == "cc" and t.lower in ("et", "ou", "ainsi")}
    return [replace(t, dep="conj") if t.index in joined else t for t in tokens]


def _asides(tokens: list[Token]) -> list[Token]:
    """`le Togo, membre de l'Union, le Bénin et ...`: a noun with no article behind a name and a comma says what the name is."""
    tokens = [replace(t, dep="appos") if _is_aside(tokens, t) else t for t in tokens]
    titles = {t.index: _title_before(tokens, t) for t in tokens if t.dep == "conj" and t.entity == "PER"}
    return [replace(t, head=title.index, dep="appos") if (title := titles.get(t.index)) else t for t in tokens]


def _title_before(tokens: list[Token], name: Token) -> Token | None:
    """`sa consœur péruvienne, Ana Ruiz, au calme`: a person's name behind a noun and a comma, joined by no word."""
    if name.pos != "PROPN" or name.index < 2 or tokens[name.index - 1].text != "," or any(t.relation == "cc" for t in below(tokens, name)):
        return None
    last = tokens[name.index - 2]
    while last.pos in ("ADJ", "PROPN", "NOUN") and last.relation in ("amod", "nmod", "flat") and tokens[last.head].index < last.index:
        last = tokens[last.head]
    joined = any(t.dep == "conj" and t.head in (name.index, name.head) for t in tokens[name.index + 1 :])
    return last if last.pos == "NOUN" and last.text.islower() and not joined and last.index != name.head else None


def _is_aside(tokens: list[Token], token: Token) -> bool:
    name = tokens[token.head]
    before = [t for t in below(tokens, token) if t.index < token.index and t.relation != "punct"]
    bare = token.pos == "NOUN" and token.text.islower() and not before
    return bare and token.dep == "conj" and name.pos == "PROPN" and token.index > 1 and tokens[token.index - 1].text == ","


def _right_of(tokens: list[Token], link: Token) -> int | None:
    """The head of the nominal right of a conjunction, where it hangs on one left of it as an apposition or a part of its name."""
    right = tokens[link.head]
    while link.index < right.head != right.index:
        right = tokens[right.head]
    parts = right.pos in ("NOUN", "PROPN") and right.dep in ("appos", "flat:name", "amod", "dep") and right.head < link.index < right.index
    return right.index if parts and tokens[right.head].pos in ("NOUN", "PROPN") else None


def _is_date(token: Token) -> bool:
    return token.lower in TIMES or token.lower.rstrip("s") in TIMES
