"""Who said what: direct, indirect and mixed speech with its speakers (the codebook's sections 2.7 and 3).

Quotation marks next to a cue say more than the tree, which long quotations and inverted subjects lead astray; so the
rules look at marks and commas first and at the tree for what they leave open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.coding.statements_framed import incised
from dragoman.coding.statements_named import labelled, named
from dragoman.coding.statements_quoted import continued, led
from dragoman.coding.statements_reported import reported
from dragoman.coding.statements_scene import Claim, Scene
from dragoman.coding.statements_sourced import sourced
from dragoman.coding.statements_speaker import is_understood, name
from dragoman.languages.cues import Cues
from dragoman.model.identifiers import stable_id
from dragoman.model.mentions import Cast, Found
from dragoman.model.records import Evidence, Speaker, Statement
from dragoman.model.text import Parsed

SAME = 0.7
"""Two contents are one where twice their common length is this part of their sum (as a statement is matched when scored)."""


def code_statements(parsed: Parsed, found: Found, cast: Cast, cues: Cues) -> tuple[Statement, ...]:
    """The statements of a document in the order of the text; of two that report the same words the surer one stays."""
    scene = Scene(parsed, found, cast, cues)
    claims = _settled((*incised(scene), *sourced(scene), *reported(scene), *labelled(scene), *named(scene), *led(scene)))
    whole = _understood(scene, _settled((*claims, *continued(scene, claims))))
    return tuple(_record(scene, claim, speaker) for claim in whole if (speaker := name(scene, claim.speaker)).name)


def _understood(scene: Scene, claims: Iterable[Claim]) -> Iterator[Claim]:
    """A pronoun that nobody resolved speaks for whoever spoke before."""
    last: tuple[int, int] | None = None
    for claim in claims:
        said = scene.text[claim.content.start : claim.content.end]
        if last is not None and not is_understood(scene, claim.speaker, said):
            claim = replace(claim, speaker=last)
        last = claim.speaker
        yield claim


def _settled(claims: Iterable[Claim]) -> list[Claim]:
    """Surest first, each kept unless it repeats or breaks up one that is kept already."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (-c.confidence, c.content.start, -c.content.end)):
        if not any(_yields(claim, other) for other in kept):
            kept.append(claim)
    return sorted((c for c in kept if not any(_is_nested(c, other) for other in kept)), key=lambda c: (c.content.start, c.content.end))


def _is_nested(claim: Claim, other: Claim) -> bool:
    """Whether a report stands with its cue inside what somebody else reports."""
    return claim is not other and other.form != "direct" and other.content.holds(claim.content) and other.content.holds(claim.cue)


def _yields(claim: Claim, other: Claim) -> bool:
    """Whether a claim says again what a surer one says: the same words, words of its quotation, or a fragment of its clause."""
    common = min(claim.content.end, other.content.end) - max(claim.content.start, other.content.start)
    if common <= 0:
        return False
    if 2 * common >= SAME * (_length(claim) + _length(other)):
        return True
    if other.content.holds(claim.content):
        return other.form == "direct" or claim.rule in ("quoted fragment", "quotation after cue", "quotation beside cue")
    return claim.content.holds(other.content) and claim.form == "mixed" and other.form == "direct"


def _length(claim: Claim) -> int:
    return claim.content.end - claim.content.start


def _record(scene: Scene, claim: Claim, speaker: Speaker) -> Statement:
    document, text = scene.parsed.document.id, scene.text
    content = Evidence.of(text, claim.content)
    identifier = stable_id("statement", document, content.start, content.end, speaker.name)
    cue = Evidence.of(text, claim.cue)
    return Statement(identifier, document, speaker, content, claim.form, claim.polarity, cue, claim.confidence, claim.rule)
