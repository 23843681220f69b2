"""How each record came about: the tree, who and when the words mean, the acts with their rules, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from dragoman.model.mentions import Referent
from dragoman.model.records import Event, Fact, Statement
from dragoman.model.text import Sentence, Token
from dragoman.pipeline import Trace
from dragoman.settling.confidence import reasons
from dragoman.showing.evidence import kind_of, plain, what
from dragoman.showing.terminal import show


def explain(trace: Trace) -> RenderableType:
    """The derivation of every record of a text, step by step."""
    steps = [
        _section("1. Words and tree", (_tree(sentence) for sentence in trace.parsed.sentences)),
        _section("2. What is mentioned", map(Text, _mentions(trace))),
        _section("3. Who is meant", map(Text, _referents(trace))),
        _section("4. Acts that the words may express", map(Text, _acts(trace))),
        _section("5. Records", _records(trace)),
    ]
    return Group(show(trace.coded), *steps)


def _section(title: str, rows: Iterable[RenderableType]) -> RenderableType:
    found = list(rows) or [Text("nothing", style="dim")]
    return Group(Text(title, style="bold"), *found, Text())


def _tree(sentence: Sentence) -> Tree:
    tree = Tree(_node(sentence.root))
    branches = {sentence.root.index: tree}
    waiting = [sentence.root]
    while waiting:
        token = waiting.pop(0)
        for child in sentence.children(token):
            branches[child.index] = branches[token.index].add(_node(child))
            waiting.append(child)
    return tree


def _node(token: Token) -> Text:
    return Text.assemble((plain(token.text), "bold"), f"  {token.dep}", (f"  {plain(token.lemma)} {token.pos}", "dim"))


def _mentions(trace: Trace) -> Iterator[str]:
    found = trace.found
    for mention in found.mentions:
        senses = " or ".join(f"{sense.kind} {sense.name} ({sense.code or 'no code'})" for sense in mention.senses)
        yield f"  {_words(trace, mention.sentence, range(mention.first, mention.last + 1))}: {senses}"
    for office in found.offices:
        yield f"  {_words(trace, office.sentence, range(office.first, office.last + 1))}: office {office.office}, {office.change}"
    for time in found.times:
        rule = f"  [{time.rule}]" if time.rule else ""
        yield f"  {_words(trace, time.sentence, range(time.first, time.last + 1))}: {time.time}{rule}"
    for quotation in found.quotations:
        yield f"  {plain(trace.parsed.slice(quotation.whole))}: quotation"


def _referents(trace: Trace) -> Iterator[str]:
    for (sentence, token), referent in sorted(trace.cast.referents.items()):
        yield f"  {_words(trace, sentence, [token])} → {_identity(referent)}"
    if trace.cast.home:
        yield f"  offices and bodies of no named state → {trace.cast.home}"


def _identity(referent: Referent) -> str:
    codes = ", ".join(referent.codes) or "no party"
    rule = f"  [{referent.rule}]" if referent.rule else ""
    return f"{plain(referent.name)}: {codes}{rule}"


def _acts(trace: Trace) -> Iterator[str]:
    acts = trace.ontology.acts
    for predicate in trace.found.predicates:
        act, pattern = acts[predicate.pattern.act], predicate.pattern
        words = _words(trace, predicate.sentence, predicate.tokens)
        pair = f"{act.type}/{act.mode}" if act.mode else act.type
        places = f"actor at {'/'.join(pattern.actor) or '–'}, recipient at {'/'.join(pattern.recipient) or '–'}"
        yield f"  {words}: {act.name} ({act.means}) → {pair}, CAMEO {act.cameo}; {places}  [{pattern.rule}]"


def _records(trace: Trace) -> Iterator[RenderableType]:
    coded = trace.coded
    yield from (_branch(*_event(event)) for event in coded.events)
    yield from (_branch(*_statement(statement)) for statement in coded.statements)
    yield from (_branch(*_fact(fact)) for fact in coded.facts)


def _branch(title: str, lines: Iterable[str]) -> Tree:
    tree = Tree(Text(plain(title)))
    for line in lines:
        tree.add(Text(plain(line)))
    return tree


def _event(event: Event) -> tuple[str, Iterator[str]]:
    sides = (", ".join(party.code for party in side) or "–" for side in (event.actor, event.recipient))
    return f"event {kind_of(event)}: {' → '.join(sides)}", _why_event(event)


def _why_event(event: Event) -> Iterator[str]:
    yield f"words: {', '.join(repr(trigger.text) for trigger in event.triggers)}"
    yield f"date: {event.date or 'unknown'} (from the {event.date_source or 'text: none'})"
    yield f"status: {event.status}; said by: {', '.join(event.attribution) or 'the dispatch itself'}"
    yield f"confidence: {event.confidence:.2f}{_grounds(event)}"
    yield from (f"rule: {rule}" for rule in event.rules)


def _grounds(event: Event) -> str:
    """What spoke for and against it, where anything did."""
    told = zip(("for it", "against it"), reasons(event.signs), strict=True)
    return "".join(f"; {side}: {', '.join(signs)}" for side, signs in told if signs)


def _statement(statement: Statement) -> tuple[str, list[str]]:
    cue = f"cue: {statement.cue.text!r}" if statement.cue else "no cue: the quotation stands alone"
    return f"statement of {statement.speaker.name}: {statement.content.text}", [cue, f"rule: {statement.rule}"]


def _fact(fact: Fact) -> tuple[str, list[str]]:
    return f"fact: {what(fact)}", [f"words: {fact.evidence.text!r}", f"rule: {fact.rule}"]


def _words(trace: Trace, sentence: int, tokens: Iterable[int]) -> str:
    return plain(" ".join(trace.parsed.sentences[sentence][token].text for token in tokens))
