"""Who belongs to which organisation: members, permanent members, candidates, those invited and those who left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.coding.facts_scene import Scene
from dragoman.languages.facts import RoleWord
from dragoman.model.identifiers import stable_id
from dragoman.model.records import Evidence, Fact, Membership
from dragoman.model.text import Sentence, Span, Token

STATES = ("state", "capital", "demonym", "seat", "adjective", "pair")
NEAR = 10
"""How many words from its word an organisation or a member may stand where the tree does not join them."""


@dataclass(frozen=True, slots=True)
class _Found:
    """One mention of a membership: `tokens` say so."""

    members: tuple[str, ...]
    organization: str
    role: Membership
    sentence: int
    tokens: tuple[int, ...]
    rule: str


def memberships(scene: Scene) -> tuple[Fact, ...]:
    """Each membership once; the same members in the same organisation have only the closest role told of them."""
    found = [m for s in scene.parsed.sentences for m in (*_nouns(scene, s), *_verbs(scene, s), *_groupings(scene, s))]
    once = {(m.members, m.organization, m.role): m for m in reversed(found)}
    return tuple(_fact(scene, m) for m in reversed(once.values()))


def _fact(scene: Scene, found: _Found) -> Fact:
    tokens = scene.parsed.sentences[found.sentence].tokens
    span = Span(tokens[min(found.tokens)].start, tokens[max(found.tokens)].end)
    evidence = Evidence.of(scene.parsed.document.text, span)
    document = scene.parsed.document.id
    id = stable_id(document, "membership", ",".join(found.members), found.organization, found.role, span.start)
    who, what = found.members, found.organization
    return Fact(id, document, "membership", evidence, 0.8, found.rule, member=who, organization=what, role=found.role)


# -- who and what ----------------------------------------------------------------------------------------------------------


def _organization(scene: Scene, sentence: Sentence, token: int) -> str | None:
    referent = scene.referent(sentence, token)
    return referent.codes[0] if referent is not None and referent.kind == "organization" and referent.codes else None


def _organizations(scene: Scene, sentence: Sentence, tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for t in tokens if (code := _organization(scene, sentence, t.index))))


def _bloc(scene: Scene) -> tuple[str, ...]:
    """The organisation that the document speaks of most, for words that name none."""
    spoken = Counter(m.senses[0].code for m in scene.found.mentions if m.kind == "organization" and m.senses[0].code)
    return (spoken.most_common(1)[0][0],) if spoken else ()


def _states(scene: Scene, sentence: Sentence, token: int) -> tuple[str, ...]:
    """The states that a nominal names; none for a person or an organisation."""
    referent = scene.referent(sentence, token)
    if referent is None or referent.person or referent.kind not in STATES:
        return ()
    return referent.codes


def _codes(scene: Scene, sentence: Sentence, tokens: Iterable[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for i in tokens for c in _states(scene, sentence, i)))


def _listed(scene: Scene, sentence: Sentence, start: int, step: int) -> tuple[int, ...]:
    """The states listed from a token on: "la Chine, la Russie et l'Inde"; nothing else may stand between them."""
    found: list[int] = []
    at = start
    while 0 <= at < len(sentence):
        token = sentence[at]
        if _states(scene, sentence, at) and token.pos != "DET":
            found.append(at)
        elif token.pos not in ("DET", "CCONJ", "ADJ", "NUM") and not (token.text == "," and found):
            break
        at += step
    return tuple(found)


# -- nouns: "membre de l'OTAN", "EU candidate" -----------------------------------------------------------------------------


def _nouns(scene: Scene, sentence: Sentence) -> Iterator[_Found]:
    for noun in sentence:
        role = _role(scene, sentence, noun)
        members = _bearers(scene, sentence, noun) if role else ()
        codes = _codes(scene, sentence, members)
        if role is None or not codes or scene.status(sentence, noun) != "actual":
            continue
        organizations = _named_with(scene, sentence, noun, members) or (_bloc(scene) if role == "candidate" else ())
        for organization in organizations:
            yield _Found(codes, organization, role, sentence.index, (noun.index, *members), f"membership:{noun.lemma.lower()}")


def _role(scene: Scene, sentence: Sentence, noun: Token) -> Membership | None:
    lemmas = scene.lemmas(noun)
    if noun.pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    if not lemmas.isdisjoint(scene.words.candidate_nouns):
        return "candidate"
    if lemmas.isdisjoint(scene.words.member_nouns):
        return None
    near = (*sentence.children(noun), *sentence.tokens[max(0, noun.index - 1) : noun.index + 2])
    permanent = any(not scene.lemmas(t).isdisjoint(scene.words.permanent) for t in near)
    return "permanent member" if permanent else "member"


def _named_with(scene: Scene, sentence: Sentence, noun: Token, members: Iterable[int]) -> tuple[str, ...]:
    """The organisations of a noun: after it as far as a comma, a verb or the members, else just before it ("EU candidate")."""
    stretch = []
    for token in sentence.tokens[noun.index + 1 : noun.index + 1 + NEAR]:
        inside = _organization(scene, sentence, token.index)
        if not inside and (token.pos in ("VERB", "AUX", "PRON") or token.relation == "punct" or token.index in members):
            break
        stretch.append(token)
    return _organizations(scene, sentence, stretch) or _organizations(scene, sentence, sentence.tokens[max(0, noun.index - 2) : noun.index])


def _bearers(scene: Scene, sentence: Sentence, noun: Token) -> tuple[int, ...]:
    """Of whom the noun is said: its subject, what stands beside it, who gets the status, or the main subject."""
    clause = scene.clause(sentence, noun.index)
    if sentence.children(noun, "nsubj", "cop"):
        return clause.subj or tuple(t.index for t in sentence.children(noun, "nsubj"))
    beside = _before(scene, sentence, noun) or _after(scene, sentence, noun)
    return beside or _given(scene, sentence, noun) or _main_subject(scene, sentence, noun)


def _before(scene: Scene, sentence: Sentence, noun: Token) -> tuple[int, ...]:
    """ "Le Japon, membre du G7", "le Pérou et le Chili, en leur qualité de membres": the states before the comma, all if it is plural."""
    at = noun.index - 1
    while at >= 0 and sentence[at].pos in ("DET", "ADJ", "NUM", "ADV", "ADP", "SCONJ", "NOUN") and sentence[at].relation != "punct":
        if sentence[at].pos == "NOUN" and not _as(scene, sentence, noun):
            break
        at -= 1
    if at < 1 or sentence[at].text not in (",", "("):
        return ()
    states = _listed(scene, sentence, at - 1, -1)
    plural = noun.feats.get("Number") == "Plur"
    return states if plural else states[:1]


def _as(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    return any(sentence.case(t) in scene.words.as_cases for t in (noun, *sentence.ancestors(noun)) if t.pos in ("NOUN", "PROPN"))


def _after(scene: Scene, sentence: Sentence, noun: Token) -> tuple[int, ...]:
    """ "NATO members Hungary and Turkey", "member state Hungary"."""
    start = noun.index + 1
    while start < len(sentence) and not scene.lemmas(sentence[start]).isdisjoint(scene.grammar.country_words):
        start += 1
    beside = start < len(sentence) and sentence[start].pos in ("PROPN", "NOUN")
    return _listed(scene, sentence, start, 1) if beside else ()


def _given(scene: Scene, sentence: Sentence, noun: Token) -> tuple[int, ...]:
    """ "A reconnu au Kosovo le statut d'observateur", "was granted it", "a obtenu le statut"."""
    verb = next((t for t in sentence.ancestors(noun) if t.pos == "VERB"), None)
    under = verb is not None and any(t.relation in ("obj", "obl") for t in (noun, *sentence.ancestors(noun)) if t.head == verb.index)
    if verb is None or not under:
        return ()
    clause = scene.clause(sentence, verb.index)
    return scene.datives(clause) or (clause.obj if clause.passive else clause.subj)


def _main_subject(scene: Scene, sentence: Sentence, noun: Token) -> tuple[int, ...]:
    """ "Membre de l'OTSC, l'Arménie a gelé ...": a noun before the subject; "en tant que membre": the subject of its verb."""
    verb = next((t for t in sentence.ancestors(noun) if t.pos == "VERB"), None)
    if verb is None or not (_as(scene, sentence, noun) or noun.index <= 1):
        return ()
    return scene.clause(sentence, verb.index).subj


# -- verbs: "a rejoint l'OTAN", "withdrew from the OAS" --------------------------------------------------------------------


def _verbs(scene: Scene, sentence: Sentence) -> Iterator[_Found]:
    for token in sentence:
        for word in (w for lemma in sorted(scene.lemmas(token)) for w in scene.words.roles.get(lemma, ())):
            made = _joined(scene, sentence, token, word)
            if made is not None:
                yield made
                break


def _joined(scene: Scene, sentence: Sentence, verb: Token, word: RoleWord) -> _Found | None:
    tokens = scene.phrase_at(sentence, verb, word.phrase)
    if tokens is None or verb.pos not in ("VERB", "AUX"):
        return None
    clause = scene.clause(sentence, verb.index)
    filled = _with_others(scene, sentence, clause.subj if word.member == "subj" else clause.obj)
    role = _settled(scene, sentence, verb, word.role)
    members = filled if _codes(scene, sentence, filled) else _applicant(scene, sentence, verb)
    codes = _codes(scene, sentence, members)
    unsaid = role == "candidate" or _admitted(scene, sentence, tokens, clause.passive)
    organizations = _joined_to(scene, sentence, verb, tokens, members) or (_bloc(scene) if unsaid else ())
    if not organizations or not codes or role is None:
        return None
    return _Found(codes, organizations[0], role, sentence.index, (*tokens, *members), f"membership:{' '.join(word.phrase.words)}")


def _with_others(scene: Scene, sentence: Sentence, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """The tokens with the states listed beside the first: the tree often breaks a list."""
    if not tokens or not _states(scene, sentence, tokens[0]):
        return tokens
    return tuple(sorted({*tokens, *_listed(scene, sentence, tokens[0], 1), *_listed(scene, sentence, tokens[0], -1)}))


def _admitted(scene: Scene, sentence: Sentence, tokens: tuple[int, ...], passive: bool) -> bool:
    """Whether the words themselves speak of members, so that the organisation goes without saying."""
    return passive or any(not scene.lemmas(sentence[i]).isdisjoint(scene.words.member_nouns) for i in tokens)


def _applicant(scene: Scene, sentence: Sentence, verb: Token) -> tuple[int, ...]:
    """ "Sweden's bid to join": whose the noun is that governs the infinitive."""
    above = sentence.parent(verb)
    if above is None or above.pos != "NOUN":
        return ()
    clause = scene.clause(sentence, above.index)
    return (*clause.poss, *(i for _, i in clause.obliques if _states(scene, sentence, i)))


def _joined_to(scene: Scene, sentence: Sentence, verb: Token, tokens: tuple[int, ...], members: Iterable[int]) -> tuple[str, ...]:
    """The organisation in the verb's clause, before its relative ("ASEAN, to which it belongs"), or soon after it."""
    clause = scene.clause(sentence, verb.index)
    own = [sentence[i] for i in (*clause.obj, *(i for _, i in clause.obliques)) if i not in members]
    above = [sentence[verb.head]] if verb.relation == "acl" else []
    after = []
    for token in sentence.tokens[max(tokens) + 1 : max(tokens) + 1 + NEAR]:
        if token.pos in ("VERB", "AUX", "SCONJ", "PRON") or _states(scene, sentence, token.index) or token.relation == "punct":
            break
        after.append(token)
    return _organizations(scene, sentence, [*own, *above, *after])


def _settled(scene: Scene, sentence: Sentence, verb: Token, role: Membership) -> Membership | None:
    """Joining that is asked or hoped for makes a candidate, an invitation one who is invited; leaving must have happened."""
    above = list(sentence.ancestors(verb))[:2] if verb.feats.get("VerbForm") == "Inf" else []
    if role == "member" and any(not scene.lemmas(t).isdisjoint(scene.words.invitations) for t in above):
        return "invited"
    if role == "member" and any(not scene.lemmas(t).isdisjoint(scene.words.bids) for t in above):
        return "candidate"
    return role if not above and scene.status(sentence, verb) == "actual" else None


# -- groupings: "une alliance de trois pays, dont le Pérou et le Chili" --------------------------------------------------


def _groupings(scene: Scene, sentence: Sentence) -> Iterator[_Found]:
    """A list of states after a verb of containing, or after a word for a bloc and its adposition ("the pact between")."""
    for token in sentence:
        start = _list_start(scene, sentence, token)
        if start is None:
            continue
        members = _listed(scene, sentence, start, 1)
        organization = _grouping(scene, sentence, token)
        codes = _codes(scene, sentence, members)
        enough = len(codes) > 1 or token.pos == "VERB"
        if organization and codes and enough and organization not in codes:
            yield _Found(codes, organization, "member", sentence.index, (token.index, *members), f"membership:{token.lemma.lower()}")


def _list_start(scene: Scene, sentence: Sentence, token: Token) -> int | None:
    """Where the list of members would begin after a word that may introduce one."""
    for lemma in sorted(scene.lemmas(token)):
        for phrase in scene.words.groupings.get(lemma, ()):
            tokens = scene.phrase_at(sentence, token, phrase)
            if tokens is not None and token.pos == "VERB" and scene.status(sentence, token) == "actual":
                return max(tokens) + 1
    bloc = not scene.lemmas(token).isdisjoint(scene.words.blocs)
    joined = token.index + 1 < len(sentence) and sentence[token.index + 1].pos == "ADP"
    return token.index + 2 if bloc and joined else None


def _grouping(scene: Scene, sentence: Sentence, token: Token) -> str | None:
    """The organisation that a list after the token is of: the one named last before it, a word for a bloc between or its name beside."""
    before = sentence.tokens[max(0, token.index - 2 * NEAR) : token.index]
    bloc = any(not scene.lemmas(t).isdisjoint(scene.words.blocs) for t in (*before[-NEAR:], token))
    named = [code for t in before if (code := _organization(scene, sentence, t.index))]
    close = any(_organization(scene, sentence, t.index) for t in before[-3:])
    return named[-1] if named and (bloc or close) else None
