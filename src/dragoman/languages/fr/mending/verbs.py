"""Verbs that the French tagger takes for nouns, and complements that the parser hangs on the subject, past the verb.

As in trees.py, each step takes the tokens of a sentence and gives them back with some tags, relations and heads changed.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.fr.mending.subjects import head_of, opens, start_of
from dragoman.languages.fr.trees import TIMES
from dragoman.languages.moves import ancestors, put, with_subject
from dragoman.model.text import Token

ASKING = frozenset(
    ("accuser", "appeler", "autoriser", "conjurer", "contraindre", "convier", "empêcher", "encourager", "enjoindre", "exhorter", "forcer",
     "implorer", "inciter", "inviter", "mandater", "obliger", "pousser", "presser", "prier", "sommer", "soupçonner", "supplier")
)  # fmt: skip
"""Verbs whose object is who does the infinitive."""
ASKING_OF = frozenset(("commander", "conseiller", "demander", "enjoindre", "interdire", "intimer", "ordonner", "permettre", "proposer"))
"""Verbs whose dative is who does the infinitive."""
AGENT_NOUNS = frozenset(("assaillant", "combattant", "dirigeant", "étudiant", "habitant", "manifestant", "militant", "opposant"))
"""Nouns for people that are also participles."""
HOMOGRAPHS = {
    "accuse": "accuser", "aide": "aider", "appelle": "appeler", "arrête": "arrêter", "attaque": "attaquer", "bombarde": "bombarder",
    "charge": "charger", "conteste": "contester", "demande": "demander", "dénonce": "dénoncer", "envoie": "envoyer", "excuse": "excuser",
    "exige": "exiger", "frappe": "frapper", "gèle": "geler", "juge": "juger", "limite": "limiter", "menace": "menacer", "nomme": "nommer",
    "offre": "offrir", "ordonne": "ordonner", "pilonne": "pilonner", "presse": "presser", "prie": "prier", "promet": "promettre",
    "réclame": "réclamer", "rencontre": "rencontrer", "réplique": "répliquer", "reproche": "reprocher", "riposte": "riposter",
    "salue": "saluer", "somme": "sommer", "soutient": "soutenir", "tire": "tirer", "traite": "traiter", "visite": "visiter", "voit": "voir",
    "critique": "critiquer", "échange": "échanger", "garde": "garder", "livre": "livrer", "risque": "risquer", "signe": "signer",
    "vote": "voter",
}
"""Present forms that are also nouns, or that the tagger takes for one."""
PARTICIPLES = {
    "abattu": "abattre", "acquis": "acquérir", "admis": "admettre", "atteint": "atteindre", "attendu": "attendre", "battu": "battre",
    "combattu": "combattre", "conclu": "conclure", "conduit": "conduire", "conquis": "conquérir", "construit": "construire",
    "contraint": "contraindre", "convaincu": "convaincre", "défendu": "défendre", "démis": "démettre", "dépourvu": "dépourvoir",
    "détenu": "détenir", "détruit": "détruire", "dissous": "dissoudre", "élu": "élire", "exclu": "exclure", "inscrit": "inscrire",
    "interdit": "interdire", "maintenu": "maintenir", "mis": "mettre", "obtenu": "obtenir", "offert": "offrir", "ouvert": "ouvrir",
    "perdu": "perdre", "pendu": "pendre", "prévenu": "prévenir", "pris": "prendre", "produit": "produire", "promis": "promettre",
    "promu": "promouvoir", "proscrit": "proscrire", "reconnu": "reconnaître", "reçu": "recevoir", "réduit": "réduire", "réélu": "réélire",
    "remis": "remettre", "rendu": "rendre", "retenu": "retenir", "soumis": "soumettre", "soupçonné": "soupçonner", "soutenu": "soutenir",
    "surpris": "surprendre", "suspendu": "suspendre", "tenu": "tenir", "traduit": "traduire", "vaincu": "vaincre", "vendu": "vendre",
    "venu": "venir", "vu": "voir",
}
"""Past participles by their masculine singular, for their infinitives."""
ADJUNCTS = frozenset(
    ["par", "en", "depuis", "à", "au", "aux", "dès", "pendant", "durant", "hier", "contre", "sous", "pour", "dans", "vers", "avec", "lors",
     "puis"]
)  # fmt: skip
"""What follows a participle that opens a sentence, hardly ever a bare noun there."""
PRESENT = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
CONDITIONAL = {"Mood": "Cnd", "Tense": "Pres", "VerbForm": "Fin"}
FUTURE = {"Mood": "Ind", "Tense": "Fut", "VerbForm": "Fin"}
NOMINAL = ("NOUN", "PROPN")
STOPS = (",", ";", ":", ".", "(")


def verbs(tokens: list[Token]) -> list[Token]:
    """The sentence with such verbs tagged anew."""
    tokens = _opening(tokens)
    for token in list(tokens):
        tokens = _agent_noun(tokens, token)
    for token in tokens:
        if _is_verb(tokens, token):
            tokens = _as_verb(tokens, token)
    tokens = [replace(t, lemma=HOMOGRAPHS[t.lower]) if t.pos == "VERB" and t.lower in HOMOGRAPHS else t for t in tokens]
    tokens = [replace(t, feats={**t.feats, **CONDITIONAL}) if _is_conditional(t) else t for t in tokens]
    return [replace(t, feats={**t.feats, **FUTURE}) if _is_future(t) else t for t in tokens]


def _agent_noun(tokens: list[Token], token: Token) -> list[Token]:
    """`l'opposant`: behind an article a word in -ant is whoever does it, the object of a verb before it that has none."""
    word, before = token.lower.removesuffix("s"), tokens[token.index - 1]
    if token.pos != "VERB" or word not in AGENT_NOUNS or not token.index or before.pos != "DET":
        return tokens
    tokens = [replace(t, pos="NOUN", lemma=word, feats={}) if t.index == token.index else t for t in tokens]
    tokens = [replace(t, head=token.index) if t.index == before.index else t for t in tokens]
    verb = next((i for i in ancestors(tokens, token.index) if tokens[i].pos == "VERB" and i < token.index), None)
    free = verb is not None and not any(t.head == verb and t.relation in ("obj", "ccomp", "cop") for t in tokens)
    cased = any(t.head == token.index and t.relation == "case" for t in tokens)
    return put(tokens, token.index, verb, "obj") if verb is not None and free and not cased else tokens


def _is_conditional(token: Token) -> bool:
    """`rencontrerait`, `livreraient`, which the tagger takes for an imperfect; not `rencontrait`, `tirait`, whose stem ends in r."""
    if token.pos not in ("VERB", "AUX") or not token.lower.endswith(("rait", "raient")):
        return False
    return token.lower not in {token.lemma[:-2] + ending for ending in ("ait", "aient")}


def _is_future(token: Token) -> bool:
    """`recevra`, `remettront`, which the tagger takes for other tenses; not `montra`, whose stem ends in r."""
    if token.pos not in ("VERB", "AUX") or not token.lower.endswith(("ra", "ront")):
        return False
    return token.lower != token.lemma[:-2] + "a" and token.lemma.endswith(("r", "re"))


def complements(tokens: list[Token]) -> list[Token]:
    """The sentence with what stands behind a verb, but hangs on its subject, hung on the verb."""
    tokens = _fronted(tokens)
    for token in list(tokens):
        tokens = _resumed(tokens, token)
    for token in tokens:
        if token.pos == "VERB" and token.feats.get("VerbForm") != "Inf":
            tokens = _uncrossed(tokens, token.index)
    return [_governed(tokens, t) for t in tokens]


def _opening(tokens: list[Token]) -> list[Token]:
    """`Détenus dix mois par les rebelles, deux journalistes ont été libérés`: what opens the sentence is a participle, no noun."""
    first = tokens[0]
    infinitive = _infinitive(first.lower)
    comma = next((t.index for t in tokens if t.text == ","), 0)
    if infinitive is None or first.pos not in ("NOUN", "ADJ", "PROPN") or not 1 < comma < len(tokens) - 2:
        return tokens
    dated = tokens[1].lower in TIMES or (tokens[1].lower in ("le", "la", "l'") and {t.lower for t in tokens[2:4]} & TIMES)
    follows = dated or tokens[1].lower in ADJUNCTS or (tokens[1].pos in ("NUM", "ADV") and first.pos != "NUM")
    verbs = (t for t in tokens[comma:] if t.pos == "VERB" and t.feats.get("VerbForm") != "Inf")
    verb = next((t for t in verbs if t.relation in ("root", "conj") or _is_main(tokens, t, comma)), None)
    if not follows or verb is None or tokens[comma + 1].pos not in ("DET", "PROPN", "NUM", "PRON", "NOUN"):
        return tokens
    participle = replace(first, pos="VERB", lemma=infinitive, feats={**first.feats, "VerbForm": "Part", "Tense": "Past"})
    tokens = [participle, *tokens[1:]]
    if 0 in ancestors(tokens, verb.index):
        tokens = put(tokens, verb.index, verb.index, "root")
    return put(tokens, 0, verb.index, "advcl")


def _infinitive(word: str) -> str | None:
    """The infinitive of a past participle in any gender and number."""
    for ending in ("", "e", "s", "es"):
        stem = word.removesuffix(ending)
        if stem in PARTICIPLES:
            return PARTICIPLES[stem]
        if stem.endswith("é") and len(stem) > 3:
            return stem.removesuffix("é") + "er"
        if stem.endswith("i") and len(stem) > 4:
            return stem + "r"
    return None


def _fronted(tokens: list[Token]) -> list[Token]:
    """`Après avoir expulsé X, le Niger a accueilli`, `Accusé par X, le Niger a nié`: what opens the sentence hangs on its verb."""
    first = next((t for t in tokens[:4] if t.pos == "VERB" and t.feats.get("VerbForm") in ("Inf", "Part") and _is_marked(tokens, t)), None)
    comma = next((t.index for t in tokens[first.index :] if t.text == ","), None) if first else None
    verb = next((t for t in tokens[comma:] if _is_main(tokens, t, comma)), None) if comma is not None else None
    if first is None or verb is None or comma is None:
        return tokens
    tokens = _with_own_object(tokens, first, verb, comma)
    if first.index in ancestors(tokens, verb.index):
        tokens = put(put(tokens, verb.index, verb.index, "root"), first.index, verb.index, "advcl")
    return [replace(t, dep="advcl") if t.index == first.index and t.head == verb.index else t for t in tokens]


def _is_marked(tokens: list[Token], verb: Token) -> bool:
    """Whether only an adposition, an auxiliary and clitics stand before it in the sentence, or nothing before a participle."""
    before = tokens[: verb.index]
    if not before:
        return verb.feats.get("Tense") == "Past" and verb.dep == "root"
    return before[0].pos in ("ADP", "SCONJ") and all(t.pos in ("ADP", "SCONJ", "AUX", "PRON", "ADV") for t in before)


def _is_main(tokens: list[Token], verb: Token, comma: int) -> bool:
    own = any(t.head == verb.index and t.relation == "nsubj" and t.index > comma for t in tokens)
    bare = not any(t.head == verb.index and (t.relation == "mark" or t.feats.get("PronType") == "Rel") for t in tokens)
    return verb.pos == "VERB" and verb.feats.get("VerbForm") != "Inf" and own and bare


def _with_own_object(tokens: list[Token], first: Token, verb: Token, comma: int) -> list[Token]:
    """The nominal between such a verb and the comma is no subject of the main verb, but its object."""
    if any(t.head == first.index and t.relation == "obj" for t in tokens):
        return tokens
    if not first.index:
        return tokens
    hung = [t for t in tokens[first.index : comma] if (t.head, t.relation) in ((verb.index, "nsubj"), (first.index, "nmod"))]
    found = next((t for t in hung if not any(c.head == t.index and c.relation == "case" for c in tokens)), None)
    return tokens if found is None else put(tokens, found.index, first.index, "obj")


def _resumed(tokens: list[Token], verb: Token) -> list[Token]:
    """`a assuré que X avait tiré et a exhorté`: a verb in the tense of the main clause, not of the reported one, goes on with the main."""
    reported = tokens[verb.head]
    main = tokens[reported.head]
    joined = verb.dep == "conj" and reported.dep == "ccomp" and main.pos == reported.pos == verb.pos == "VERB"
    if not joined or any(t.head == verb.index and t.relation in ("nsubj", "mark") for t in tokens):
        return tokens
    own, told, above = (_tense(tokens, t) for t in (verb, reported, main))
    return put(tokens, verb.index, main.index, "conj") if own is not None and own == above != told else tokens


def _tense(tokens: list[Token], verb: Token) -> tuple[bool, str | None, str | None] | None:
    """Whether the form is compound, with the mood and tense of what is finite in it."""
    auxiliary = next((t for t in tokens if t.head == verb.index and t.relation == "aux" and t.feats.get("VerbForm") == "Fin"), None)
    finite = auxiliary or verb
    compound = auxiliary is not None
    return (compound, finite.feats.get("Mood"), finite.feats.get("Tense")) if finite.feats.get("VerbForm") == "Fin" else None


def _governed(tokens: list[Token], token: Token) -> Token:
    """`a prié l'Union européenne de donner`, `appelle ses ressortissants à partir`: what is asked is the verb's, not the name's."""
    name = tokens[token.head]
    verb = tokens[name.head]
    infinitive = token.pos == "VERB" and token.feats.get("VerbForm") == "Inf" and token.relation in ("acl", "advcl", "nmod")
    dative = any(t.head == name.index and t.relation == "case" and t.lower in ("à", "au", "aux") for t in tokens)
    asking = ASKING | ASKING_OF if dative else ASKING
    asked = name.pos == "PROPN" or (name.pos == "NOUN" and verb.lemma.lower() in asking)
    behind = asked and verb.index < name.index < token.index and name.relation in ("obj", "iobj", "obl")
    marked = any(t.head == token.index and t.lower in ("de", "d'", "à") and t.index > name.index for t in tokens)
    return replace(token, head=verb.index, dep="xcomp") if infinitive and behind and marked and verb.pos == "VERB" else token


def _is_verb(tokens: list[Token], token: Token) -> bool:
    """A noun with no article that follows a whole nominal and stands before another, in a clause without a verb: `Rabat presse Madrid`."""
    at = token.index
    if token.pos not in ("NOUN", "ADJ", "X") or token.lower not in HOMOGRAPHS or not 0 < at < len(tokens) - 1:
        return False
    first = start_of(tokens, at)
    subject = head_of(tokens, first, at)
    follows = tokens[at + 1].pos in ("DET", "PROPN", "NUM") or tokens[at + 1].lower in ("à", "au", "aux", "de", "des")
    whole = subject is not None and subject.index != at and tokens[at - 1].pos in (*NOMINAL, "ADJ") and tokens[first].pos != "ADP"
    return whole and follows and _begins(tokens, first) and not _has_verb(tokens, first, at)


def _begins(tokens: list[Token], first: int) -> bool:
    return opens(tokens, first) or tokens[first - 1].text in (",", "«", '"')


def _has_verb(tokens: list[Token], first: int, at: int) -> bool:
    """Whether the clause has a finite verb, before any mark or conjunction brings in another clause."""
    for token in tokens[first:]:
        if token.index > at and (token.text in STOPS or token.pos in ("SCONJ", "CCONJ") or token.feats.get("PronType") == "Rel"):
            return False
        if token.pos in ("VERB", "AUX") and token.feats.get("VerbForm") == "Fin":
            return True
    return False


def _as_verb(tokens: list[Token], noun: Token) -> list[Token]:
    """The noun as the finite verb of its clause, the nominal before it as subject."""
    at = noun.index
    subject = head_of(tokens, start_of(tokens, at), at)
    verb = replace(noun, pos="VERB", lemma=HOMOGRAPHS[noun.lower], feats=PRESENT)
    tokens = [verb if t.index == at else t for t in tokens]
    return with_subject(tokens, subject.index, at) if subject is not None else tokens


def _uncrossed(tokens: list[Token], verb: int) -> list[Token]:
    """What stands behind a verb but hangs on its subject before it is the verb's own."""
    subject = next((t for t in tokens if t.head == verb and t.relation == "nsubj" and t.index < verb), None)
    if subject is None:
        return tokens
    for token in tokens[verb + 1 :]:
        if token.text in STOPS:
            break
        if token.head < verb and (token.head == subject.index or subject.index in ancestors(tokens, token.head)):
            tokens = _rehung(tokens, token, verb)
    return _with_object(tokens, verb)


def _rehung(tokens: list[Token], token: Token, verb: int) -> list[Token]:
    cases = [t.relation for t in tokens if t.head == token.index and t.relation in ("case", "mark")]
    if token.pos == "VERB" and token.feats.get("VerbForm") == "Inf":
        return put(tokens, token.index, verb, "xcomp")
    if token.pos not in (*NOMINAL, "PRON") or token.relation == "nsubj":
        return tokens
    return put(tokens, token.index, verb, "obl:arg" if cases else "dep")


def _with_object(tokens: list[Token], verb: int) -> list[Token]:
    """The first bare nominal right behind a verb that has no object is its object."""
    if any(t.head == verb and t.relation in ("obj", "ccomp", "cop") for t in tokens):
        return tokens
    at = verb + 1
    while at < len(tokens) and tokens[at].pos in ("DET", "ADJ", "NUM", "ADV"):
        at += 1
    found = tokens[at] if at < len(tokens) else None
    bare = found is not None and not any(t.head == found.index and t.relation == "case" for t in tokens)
    hung = found is not None and found.head == verb and found.relation in ("nmod", "dep", "flat", "appos")
    return put(tokens, found.index, verb, "obj") if found is not None and bare and hung and found.pos in NOMINAL else tokens
