"""A language's function words and closed classes (grammar.yaml)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Literal, cast

from dragoman.languages.data import folder, read_yaml
from dragoman.model.mentions import Sector

Words = frozenset[str]

WORD_TO_WORD = ("combining", "halves", "relative_cases", "usual_courts", "partisan")
AS_WRITTEN = ("noun_head", "collective", "numbers", "short_names", "hints", "joint_names", "blocs", "forms", *WORD_TO_WORD)
"""Keys whose value is no set of words."""


@dataclass(frozen=True)
class Grammar:
    """Sets of lemmas by what the shared steps need them for; each key is explained where grammar.yaml lists it."""

    noun_head: Literal["first", "last"]
    collective: bool
    determiners: Words
    reflexive: Words
    particles: Words
    titles: Words
    directions: Words
    light_verbs: Words
    leaving: Words
    passive_light_verbs: Words
    negators: Words
    negative_determiners: Words
    negative_governors: Words
    negative_pronouns: Words
    failing: Words
    excluding: Words
    thwarted: Words
    absence: Words
    possibility: Words
    possibility_adverbs: Words
    possibility_nouns: Words
    plan: Words
    plan_governors: Words
    plan_adjectives: Words
    performatives: Words
    announcing: Words
    perfect: Words
    calling: Words
    calling_cases: Words
    future: Words
    future_in_past: Words
    conditionals: Words
    concessive: Words
    implicatives: Words
    occurrence: Words
    obtaining: Words
    duty: Words
    nearly: Words
    adverbial_cases: Words
    locative_cases: Words
    toward_cases: Words
    source_cases: Words
    near_cases: Words
    near_words: Words
    sites: Words
    sea_words: Words
    capital_words: Words
    occasions: Words
    place_words: Words
    occasion_cases: Words
    company_cases: Words
    agent_cases: Words
    burden_cases: Words
    passive_governors: Words
    goal_cases: Words
    dative_cases: Words
    judging_cases: Words
    content_marks: Words
    purpose_marks: Words
    subject_control: Words
    question: Words
    interrogatives: Words
    relative_pronouns: Mapping[str, Words]
    relative_cases: Mapping[str, str]
    pronouns: Mapping[str, Words]
    possessives: Mapping[str, Words]
    gendered: Mapping[str, Words]
    possessive_lemmas: Words
    pair_words: Words
    numbers: Mapping[str, int]
    pair_heads: Words
    both_words: Words
    ministry_words: Words
    country_words: Words
    forms: Mapping[str, str]
    organisation_words: Words
    group_words: Words
    person_words: Words
    halves: Mapping[str, str]
    short_names: Mapping[str, Mapping[str, Sequence[str]]]
    not_own: Words
    quantity_words: Words
    counterpart: Mapping[str, Words]
    neighbouring: Words
    opposed: Words
    mutual: Words
    mediating: Words
    sides: Words
    colonial: Mapping[str, Words]
    predecessor: Words
    hardware: Words
    power_words: Words
    power_verbs: Words
    central: Words
    irregulars: Words
    rulers: Words
    wide_regions: Words
    bodies: Mapping[Sector, Words]
    combining: Mapping[str, str]
    hints: Mapping[str, str]
    town_words: Words
    networks: Words
    origin_words: Words
    origin_verbs: Words
    leading: Words
    there_words: Words
    name_links: Words
    missions: Words
    partisan: Mapping[str, str]
    deeds: Words
    joint_names: Mapping[str, Sequence[str]]
    blocs: Mapping[str, str]
    usual_courts: Mapping[str, str]
    past_adjectives: Words
    callings: Words

    @cached_property
    def agents(self) -> Words:
        """Nouns that stand for somebody who may act."""
        people = self.quantity_words | self.counterparts | self.person_words | self.callings | self.pair_heads
        return people | self.organisation_words | self.group_words | self.country_words | frozenset(self.sectors)

    @cached_property
    def people_words(self) -> Words:
        """Nouns for a person, whatever the office."""
        private = frozenset(lemma for sector in ("CVL", "MED", "EDU", "REL", "OPP") for lemma in self.bodies.get(sector, ()))
        return (private | self.callings | self.person_words) - self.organisation_words - self.group_words

    @cached_property
    def counterparts(self) -> Words:
        """Nouns that with a possessive mean another than the possessor, whatever the relation."""
        return frozenset().union(*self.counterpart.values())

    @cached_property
    def sectors(self) -> Mapping[str, Sector]:
        """The sector of each common noun that is a state's own organ or people."""
        return {lemma: sector for sector, lemmas in reversed(list(self.bodies.items())) for lemma in lemmas}


def load_grammar(code: str) -> Grammar:
    raw = read_yaml(folder(code).joinpath("grammar.yaml"))
    return Grammar(**{f.name: _typed(f.name, raw[f.name]) for f in fields(Grammar)})


def _typed(name: str, value: Any) -> Any:
    if name in AS_WRITTEN:
        return value
    if isinstance(value, Mapping):
        return {key: frozenset(map(str, cast(list[str], words))) for key, words in value.items()}
    return frozenset(map(str, value))
