"""What stands around a word: its arguments with passives, participles, relative clauses and control undone.

One grammar for every language: only Universal Dependencies relations and features, and the language's relative pronouns.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.languages.grammar import Grammar
from dragoman.model.mentions import Clause
from dragoman.model.text import Sentence, Token

SUBJECTS = ("nsubj", "csubj")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM", "DET")
INHERITING = ("conj", "xcomp", "advcl", "ccomp", "parataxis", "acl", "dep")
DEPTH = 6
"""How far up a chain of clauses a missing subject is looked for."""


def find_clause(sentence: Sentence, head: Token, grammar: Grammar) -> Clause:
    """The arguments of one word, a verb's or a noun's."""
    if head.relation == "cop":
        return _copula(sentence, head, grammar)
    return _verb(sentence, head, grammar) if _is_verbal(sentence, head) else _noun(sentence, head, grammar)


def _is_verbal(sentence: Sentence, token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or bool(sentence.children(token, "aux", "cop", "nsubj", "obj"))


def _copula(sentence: Sentence, copula: Token, grammar: Grammar) -> Clause:
    """`est en visite à Tripoli`: the copula has the predicate's subject, and the predicate is its oblique."""
    predicate = sentence[copula.head]
    case = sentence.case(predicate)
    own = ((case, predicate.index),) if case else ()
    return Clause(
        sentence.index,
        copula.index,
        subj=_subjects(sentence, predicate, grammar),
        obliques=(*own, *_obliques(sentence, predicate, grammar)),
        complement=(predicate.index,),
    )


def _verb(sentence: Sentence, verb: Token, grammar: Grammar) -> Clause:
    seen = _seen_done(sentence, verb, grammar)
    passive = is_passive(sentence, verb) or seen
    surface = _subjects(sentence, verb, grammar)
    obliques = tuple(_obliques(sentence, verb, grammar))
    agents = _agents(sentence, verb, grammar) if passive else ()
    objects = _objects(sentence, verb, grammar)
    granted = seen and bool(objects) and sentence[objects[0]].pos == "NOUN"  # "s'est vu refuser l'accès": the subject is to whom
    if not passive and not objects and len(surface) > 1:
        surface, objects = _apart(sentence, verb, surface)
    own = sentence.children(verb, *SUBJECTS)
    if not own and not passive and len(objects) > 1 and objects[0] < verb.index < objects[-1]:
        surface, objects = tuple(i for i in objects if i > verb.index), objects[:1]  # "que voulaient Lima et Quito"
    return Clause(
        sentence.index,
        verb.index,
        passive,
        subj=agents if passive else surface,
        obj=objects if granted else surface if passive else objects,
        iobj=(*(surface if granted else ()), *_conjoined(sentence, _to_whom(sentence, verb, grammar))),
        obliques=obliques,
        complement=tuple(t.index for t in sentence.children(verb, "xcomp", "ccomp", "csubj", "advcl") if t.pos != "PUNCT"),
    )


def _to_whom(sentence: Sentence, verb: Token, grammar: Grammar) -> list[Token]:
    """Indirect objects; `to which Sweden has promised aid`: a relative in the dative stands before its verb, but sets no scene."""
    relatives = {w for words in grammar.relative_pronouns.values() for w in words} | set(grammar.relative_cases)
    cases = {t.index: grammar.relative_cases.get(t.lower) or sentence.case(t) for t in sentence.children(verb, "obl")}
    fronted = [t for t in sentence.children(verb, "obl") if t.lower in relatives and cases[t.index] in grammar.dative_cases]
    return [*sentence.children(verb, "iobj"), *fronted]


def _apart(sentence: Sentence, verb: Token, subjects: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A verb has its subjects on one side: where the parser puts them on both, those behind it are its objects."""
    before = tuple(i for i in subjects if i < verb.index)
    behind = tuple(i for i in subjects if i > verb.index and sentence[i].head == verb.index)
    return (before, behind) if before and behind else (subjects, ())


def _noun(sentence: Sentence, noun: Token, grammar: Grammar) -> Clause:
    possessors = [t for t in sentence.children(noun, "nmod:poss", "det") if t.dep == "nmod:poss" or t.feats.get("Poss") == "Yes"]
    mods = sentence.children(noun, "amod", "compound", "nmod:unmarked", "appos", "nummod")
    return Clause(
        sentence.index,
        noun.index,
        obliques=tuple(_obliques(sentence, noun, grammar)),
        poss=_conjoined(sentence, possessors),
        mods=tuple(t.index for t in mods),
        complement=tuple(t.index for t in sentence.children(noun, "acl", "ccomp", "xcomp") if t.feats.get("VerbForm") == "Inf"),
    )


def _agents(sentence: Sentence, verb: Token, grammar: Grammar) -> tuple[int, ...]:
    """Who does what a passive tells: its own agent, else one that the parser hangs on a nominal before it in the clause."""
    named = [t for t in sentence.children(verb, "obl", "nmod") if t.dep == "obl:agent" or sentence.case(t) in grammar.agent_cases]
    return _conjoined(sentence, named or list(_far_agents(sentence, verb, grammar)))


def _far_agents(sentence: Sentence, verb: Token, grammar: Grammar) -> Iterator[Token]:
    waiting = [t for t in sentence.children(verb) if t.index > verb.index and t.pos in NOMINAL]
    while waiting:
        token = waiting.pop(0)
        if sentence.case(token) in grammar.agent_cases and token.pos in NOMINAL:
            yield token
        waiting.extend(t for t in sentence.children(token, "nmod", "obl", "appos", "conj") if t.pos in NOMINAL)


def _seen_done(sentence: Sentence, verb: Token, grammar: Grammar) -> bool:
    """`s'est vu remercier`: a reflexive governor makes its infinitive a passive."""
    above = sentence.parent(verb)
    governed = above is not None and verb.relation in ("xcomp", "ccomp", "obj") and above.lemma.lower() in grammar.passive_governors
    caused = any(t.lemma.lower() in grammar.passive_governors for t in sentence.children(verb, "aux", "dep"))
    top = above if governed and above is not None else verb
    return (governed or caused) and any(t.lemma.lower() in grammar.reflexive for t in sentence.children(top))


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb's surface subject, or the noun that the participle modifies, suffers the act."""
    if sentence.children(verb, "aux:pass", "nsubj:pass", "csubj:pass"):
        return True
    return verb.relation in ("acl", "amod", "advcl", "conj") and _past_participle(sentence, verb)


def _past_participle(sentence: Sentence, verb: Token) -> bool:
    feats = verb.feats
    if feats.get("VerbForm") != "Part" or feats.get("Tense") != "Past":
        return False
    bare = not sentence.children(verb, "aux", "cop") and not sentence.children(verb, "nsubj")
    if verb.relation == "conj":
        first = sentence.parent(verb)
        return bare and first is not None and is_passive(sentence, first) and not sentence.children(verb, "obj")
    return bare


def _subjects(sentence: Sentence, verb: Token, grammar: Grammar, depth: int = DEPTH) -> tuple[int, ...]:
    own = [t for t in sentence.children(verb, *SUBJECTS) if t.pos in NOMINAL]
    if own:
        return tuple(i for t in own for i in _who(sentence, t, verb, grammar))
    above = sentence.parent(verb)
    if above is None or depth == 0 or verb.relation not in INHERITING:
        return ()
    if verb.relation == "acl" and above.relation == "obj" and _is_purpose(sentence, verb, grammar):
        return _subjects(sentence, sentence[above.head], grammar, depth - 1)
    if verb.relation == "acl" or not _is_verbal(sentence, above):
        return (above.index,) if above.pos in NOMINAL and verb.relation in ("acl", "advcl") else ()
    if verb.relation in ("ccomp", "dep", "parataxis") and verb.feats.get("VerbForm") == "Fin":
        return ()
    controlled = _controlled(sentence, verb, above, grammar)
    if controlled and not is_passive(sentence, above):
        return controlled
    return _subjects(sentence, above, grammar, depth - 1)


def _controlled(sentence: Sentence, verb: Token, above: Token, grammar: Grammar) -> tuple[int, ...]:
    """Whom a verb makes do what its complement says: its object, or to whom it speaks; nobody where the complement is its own purpose."""
    marks = {t.lower for t in sentence.children(verb, "mark", "case")}
    purpose = verb.relation == "advcl" and _is_purpose(sentence, verb, grammar)
    promised = verb.relation == "xcomp" and above.lemma.lower() in grammar.subject_control
    content = bool(marks) and marks <= grammar.content_marks  # "avant de" is beside the act
    if purpose or promised or not (verb.relation == "xcomp" or content):
        return ()
    return tuple(i for i in _spoken_to(sentence, above, grammar) if i < verb.index)


def _spoken_to(sentence: Sentence, verb: Token, grammar: Grammar) -> tuple[int, ...]:
    """The object of a verb, or whom its dative names: `reproche au Mali d'avoir expulsé`, `à qui elle reproche de mentir`."""
    datives = [t for t in sentence.children(verb, "obl") if sentence.case(t) in grammar.dative_cases]
    relatives = [t for t in sentence.children(verb, "obl", "iobj") if t.lower in grammar.relative_cases]
    named = [t for t in (*sentence.children(verb, "iobj"), *datives, *relatives) if t.pos in NOMINAL]
    indirect = tuple(dict.fromkeys(_antecedent(sentence, t, verb, grammar).index for t in named))
    return _objects(sentence, verb, grammar) or indirect


def _is_purpose(sentence: Sentence, verb: Token, grammar: Grammar) -> bool:
    """`pour protester`, `to protest`; what was done already (`pour avoir protesté`) is a reason."""
    bare = verb.feats.get("VerbForm") == "Inf" and not sentence.children(verb, "aux")
    return bare and any(t.lower in grammar.purpose_marks for t in sentence.children(verb, "mark", "case"))


def _who(sentence: Sentence, subject: Token, verb: Token, grammar: Grammar) -> tuple[int, ...]:
    """The subject with those joined to it; of what a relative takes up only those before it: `Russia, which has bases, and Turkey met`."""
    antecedent = _antecedent(sentence, subject, verb, grammar)
    found = _conjoined(sentence, [antecedent])
    return found if antecedent is subject else tuple(i for i in found if i < subject.index)


def _objects(sentence: Sentence, verb: Token, grammar: Grammar) -> tuple[int, ...]:
    own = [t for t in sentence.children(verb, "obj") if t.pos in NOMINAL]
    if not own:
        own = [t for t in sentence.children(verb, "obl", "dep", "appos", "nmod", "flat", "xcomp") if _bare_name(sentence, verb, t)]
    return _conjoined(sentence, [_antecedent(sentence, t, verb, grammar) for t in own])


def _bare_name(sentence: Sentence, verb: Token, token: Token) -> bool:
    """A name after a verb with no adposition is its object, whatever the parser calls it; a date is not."""
    return token.pos == "PROPN" and token.index > verb.index and not sentence.case(token) and token.entity not in ("DATE", "TIME")


def _antecedent(sentence: Sentence, pronoun: Token, verb: Token, grammar: Grammar) -> Token:
    """The noun that a relative pronoun takes up: the one its clause modifies, else the nominal just before it."""
    relative = pronoun.lower in grammar.relative_cases or any(pronoun.lower in words for words in grammar.relative_pronouns.values())
    if not relative or pronoun.pos not in ("PRON", "SCONJ", "DET"):
        return pronoun
    top = verb
    while top.relation in ("conj", "xcomp", "ccomp") and top.head != top.index:
        top = sentence[top.head]
    if top.relation == "acl" and sentence[top.head].pos in NOMINAL:
        return sentence[top.head]
    before = [t for t in sentence.tokens[: pronoun.index] if t.pos in ("NOUN", "PROPN")]
    return before[-1] if before else pronoun


def _obliques(sentence: Sentence, head: Token, grammar: Grammar) -> Iterator[tuple[str, int]]:
    """Nominals with an adposition: the head's own, then those that hang on its arguments (attachment often errs)."""
    own = sentence.children(head, "obl", "nmod", "iobj", "advmod", "obj", "xcomp", "dep")
    for token in own:
        if token.lower in grammar.relative_cases:
            yield sentence.case(token) or grammar.relative_cases[token.lower], _antecedent(sentence, token, head, grammar).index
        else:
            yield from _with_case(sentence, token)
    for middle in sentence.children(head, "obj", "obl", "nsubj", "xcomp", "advmod", "appos", "nmod"):
        for token in sentence.children(middle, "nmod", "obl", "iobj"):
            if token.index > head.index:
                yield from _with_case(sentence, token)


def _with_case(sentence: Sentence, token: Token) -> Iterator[tuple[str, int]]:
    case = sentence.case(token)
    if case and token.pos in NOMINAL:
        for index in _conjoined(sentence, [token]):
            yield case, index


def _conjoined(sentence: Sentence, tokens: list[Token] | tuple[Token, ...]) -> tuple[int, ...]:
    """The tokens with the nominals coordinated with them."""
    found: list[int] = []
    waiting = list(tokens)
    while waiting:
        token = waiting.pop(0)
        if token.index not in found:
            found.append(token.index)
            waiting.extend(t for t in sentence.children(token, "conj") if t.pos in NOMINAL and not _is_verbal(sentence, t))
    return tuple(found)
