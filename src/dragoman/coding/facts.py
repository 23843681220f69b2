"""What a document says held over a span of time: who holds, gained or lost which office, who is a member of what, who is not seen."""

from __future__ import annotations

from dragoman.coding.facts_absence import absences
from dragoman.coding.facts_membership import memberships
from dragoman.coding.facts_scene import Scene
from dragoman.coding.facts_tenure import tenures
from dragoman.languages import Language
from dragoman.languages.facts import load_facts
from dragoman.model.mentions import Cast, Found
from dragoman.model.records import Fact
from dragoman.model.text import Parsed


def code_facts(parsed: Parsed, found: Found, cast: Cast, language: Language) -> tuple[Fact, ...]:
    """The document's facts, each once, in the order of its text."""
    scene = Scene(parsed, found, cast, language, load_facts(language.code))
    made = (*tenures(scene), *memberships(scene), *absences(scene))
    return tuple(sorted(made, key=lambda f: (f.evidence.start, f.evidence.end, f.id)))
