"""Which time belongs to which act."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.coding.when import time_of
from dragoman.finding.times import find_times
from dragoman.languages import language
from dragoman.model.text import Document
from dragoman.model.time import Time
from dragoman.parsing import parse
from dragoman.resolving.dates import resolve_times

PUBLISHED = "2023-09-18"

CASES = [
    ("fr", "Jeudi, la police a dispersé la foule.", "dispersé", "2023-09-14"),
    ("fr", "La police a arrêté mardi trois militants et fouillé leurs maisons.", "fouillé", "2023-09-12"),
    ("fr", "C'est vendredi que le tribunal a condamné le général.", "condamné", "2023-09-15"),
    ("fr", "Le ministre, accusé de corruption, a démissionné lundi.", "accusé", None),
    ("fr", "Le village, que des rebelles ont incendié, a reçu hier un convoi.", "incendié", None),
    ("fr", "Le village, que des rebelles ont incendié, a reçu hier un convoi.", "reçu", "2023-09-17"),
    ("fr", "Le président doit rencontrer le pape en octobre.", "rencontrer", "2023-10"),
    ("fr", "L'armée a tiré dimanche sur la foule, tuant trois personnes.", "tuant", "2023-09-17"),
    ("fr", "Une frappe menée mercredi a tué trois soldats.", "frappe", "2023-09-13"),
    ("fr", "Ils ont dénoncé la répression de 2019.", "dénoncé", None),
    ("fr", "Ils ont dénoncé la répression de 2019.", "répression", "2019"),
    ("fr", "Il a été arrêté le 12 mars ; trois jours plus tôt, il avait menacé le maire.", "menacé", "2023-03-09"),
    ("en", "On Saturday, gunmen stormed a market and killed ten traders.", "killed", "2023-09-16"),
    ("en", "It was last Thursday that the junta freed the hikers.", "freed", "2023-09-14"),
    ("en", "The court will sentence the aide tomorrow.", "sentence", "2023-09-19"),
    ("en", "The shipowner, whom Athens accuses of smuggling, appeared in court on Monday.", "accuses", None),
    ("en", "The shipowner, whom Athens accuses of smuggling, appeared in court on Monday.", "appeared", "2023-09-18"),
    ("en", "The minister condemned Sunday's attack.", "condemned", None),
    ("en", "The minister condemned Sunday's attack.", "attack", "2023-09-17"),
    ("en", "He met the envoy on Dec. 30 but has refused to disarm.", "refused", None),
    ("en", "Ruto withdrew the bill on Tuesday, a day after rioters overran Parliament.", "overran", "2023-09-11"),
    ("en", "Ruto withdrew the bill on Tuesday, a day after rioters overran Parliament.", "withdrew", "2023-09-12"),
    ("en", "Drivers are to walk out Friday.", "walk", "2023-09-22"),
    ("en", "The chief said on Friday that troops had left.", "said", "2023-09-15"),
]


@pytest.mark.parametrize(("code", "text", "word", "expected"), CASES)
def test_the_time_of_an_act(code: str, text: str, word: str, expected: str | None) -> None:
    parsed = parse(Document("test", text), code, PUBLISHED)
    expressions = [e for s in parsed.sentences for e in find_times(s, language(code).times)]
    times = resolve_times(expressions, parsed.sentences, Time.parse(PUBLISHED))
    sentence, act = next((s, t) for s in parsed.sentences for t in s if t.text == word)
    found = time_of(sentence, act.index, times, language(code).times)
    assert (found and found.time.edtf) == expected


def test_a_noun_takes_the_time_of_the_verb_that_only_carries_it() -> None:
    parsed = parse(Document("test", "Le ministre a entamé lundi une visite à Moscou."), "fr", PUBLISHED)
    sentence = parsed.sentences[0]
    times = resolve_times(find_times(sentence, language("fr").times), parsed.sentences, Time.parse(PUBLISHED))
    verb, noun = (next(t.index for t in sentence if t.text == word) for word in ("entamé", "visite"))
    assert time_of(sentence, noun, times, language("fr").times) is None
    found = time_of(sentence, noun, times, language("fr").times, light=verb)
    assert found is not None and found.time.edtf == PUBLISHED


def test_the_gold_cases_are_dated(shared: Path, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    cases = shared / "gold" / "when-dev.jsonl"
    answers = subprocess.run(
        [sys.executable, root / "benchmarks" / "answer_when.py", cases], capture_output=True, text=True, check=True, cwd=root
    ).stdout
    held = tmp_path / "answers.jsonl"
    held.write_text(answers, "utf-8")
    scorer = shared / "eval" / "score_when_who.py"
    scored = subprocess.run([sys.executable, scorer, "when", cases, held, "--json"], capture_output=True, text=True, check=True).stdout
    figures = json.loads(scored)["date"]
    assert min(figures[code]["accuracy"] for code in ("fr", "en")) >= 0.9
