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
    ("en", "He met the envoy on Jan. 9 but has refused to disarm.", "refused", None),
    ("en", "Mwangi shelved the tax on Tuesday, a day after looters ransacked City Hall.", "ransacked", "2023-09-11"),
    ("en", "Mwangi shelved the tax on Tuesday, a day after looters ransacked City Hall.", "shelved", "2023-09-12"),
    ("en", "Drivers are to walk out Friday.", "walk", "2023-09-22"),
    ("en", "The chief said on Friday that troops had left.", "said", "2023-09-15"),
    ("en", "Speaking in Berlin on Friday, he accused Iran of lying.", "accused", "2023-09-15"),
    ("en", "Visiting Kyiv in May, he promised more tanks.", "promised", "2023-05"),
    ("en", "Asked about it on Friday, she denounced the plan.", "denounced", "2023-09-15"),
    ("en", "Arrested in 2019, he accused the police of torture.", "accused", None),
    ("en", "Arriving in Kyiv on Friday, he praised the army.", "praised", "2023-09-15"),
    ("en", "Police barred him from boarding a flight in May.", "barred", "2023-05"),
    ("en", "Police stopped him from leaving the country on Friday.", "stopped", "2023-09-15"),
    ("en", "He agreed to meet the envoy on Friday.", "agreed", None),
    ("en", "He accused the army of attacking the town in May.", "accused", None),
    ("en", "He flew to China in May, where he met Xi and watched his ministers sign a pact.", "sign", "2023-05"),
    ("en", "He flew to China in May, where he met Xi and watched his ministers sign a pact.", "watched", "2023-05"),
    ("en", "They cut ties in 2016 after protesters stormed the embassy.", "stormed", "2016"),
    ("en", "On Monday, the minister resigned after protesters stormed the embassy.", "stormed", None),
    ("en", "He said on Friday that Russia had attacked the port in May.", "attacked", "2023-05"),
    ("en", "He said on Friday that Russia had attacked the port.", "attacked", None),
    ("en", "He said that Russia attacked the port on Friday.", "attacked", "2023-09-15"),
    ("en", "He said that Russia attacked the port on Friday.", "said", None),
    ("en", "\"We will attack on Friday,\" he said on Monday.", "attack", "2023-09-22"),
    ("en", "\"We will attack on Friday,\" he said on Monday.", "said", "2023-09-18"),
    ("en", "The minister who resigned on Friday criticized the army.", "criticized", None),
    ("en", "The minister, who resigned on Friday, criticized the army.", "resigned", "2023-09-15"),
    ("en", "The talks in Geneva on Friday failed.", "talks", "2023-09-15"),
    ("en", "Friday's talks in Geneva failed.", "talks", "2023-09-15"),
    ("en", "After talks on Friday, they signed a pact.", "talks", "2023-09-15"),
    ("en", "After talks on Friday, they signed a pact.", "signed", "2023-09-15"),
    ("en", "He met the president on Friday and the premier on Saturday.", "met", "2023-09-15"),
    ("en", "Drones struck Odesa overnight, killing three people and wounding ten.", "killing", "2023-09-17/2023-09-18"),
    ("en", "The army, which seized power in 2021, arrested ten people on Friday.", "arrested", "2023-09-15"),
    ("en", "The army, which seized power in 2021, arrested ten people on Friday.", "seized", "2021"),
    ("fr", "Arrivé lundi à Kiev, il a promis des chars.", "promis", "2023-09-18"),
    ("fr", "Venu à Alger en mai 2021, il avait reconnu les torts de la France.", "reconnu", "2021-05"),
    ("fr", "Interrogé vendredi, il a dénoncé ce plan.", "dénoncé", "2023-09-15"),
    ("fr", "Arrêté en 2019, il a accusé la police de torture.", "accusé", None),
    ("fr", "S'exprimant vendredi à Berlin, il a accusé l'Iran de mentir.", "accusé", "2023-09-15"),
    ("fr", "En visite vendredi à Berlin, il a accusé l'Iran de mentir.", "accusé", "2023-09-15"),
    ("fr", "La police l'a empêché d'embarquer vendredi.", "empêché", "2023-09-15"),
    ("fr", "Lima et Quito ont rompu en 2011 après que des émeutiers ont attaqué l'ambassade.", "attaqué", "2011"),
    ("fr", "Lundi, le ministre a démissionné après que des manifestants ont attaqué l'ambassade.", "attaqué", None),
    ("fr", "Le mois dernier, il a soutenu les Brics, qui ont invité six pays.", "invité", "2023-08"),
    ("fr", "Il a dit vendredi que la Russie avait attaqué le port en mai.", "attaqué", "2023-05"),
    ("fr", "Il a dit vendredi que la Russie avait attaqué le port.", "attaqué", None),
    ("fr", "« Nous attaquerons vendredi », a-t-il dit lundi.", "attaquerons", "2023-09-22"),
    ("fr", "« Nous attaquerons vendredi », a-t-il dit lundi.", "dit", "2023-09-18"),
    ("fr", "Le ministre qui a démissionné vendredi a critiqué l'armée.", "critiqué", None),
    ("fr", "La France enverra des chars en mai et formera des pilotes.", "formera", "2024-05"),
    ("fr", "L'armée, qui a pris Bamako en 2021, a arrêté vendredi dix opposants.", "arrêté", "2023-09-15"),
    ("fr", "L'armée, qui a pris Bamako en 2021, a arrêté vendredi dix opposants.", "pris", "2021"),
    ("fr", "Après des entretiens vendredi, ils ont signé un pacte.", "entretiens", "2023-09-15"),
    ("fr", "Les entretiens de vendredi à Genève ont échoué.", "entretiens", "2023-09-15"),
    ("fr", "L'Italie avait refusé en juin d'ouvrir ses ports, le président français fustigeant son cynisme.", "fustigeant", "2023-06"),
    ("fr", "La ministre a rencontré vendredi son homologue et l'a invitée à Paris.", "invitée", "2023-09-15"),
    ("fr", "L'Union européenne a condamné jeudi l'arrestation d'un opposant et appelé à sa libération.", "appelé", "2023-09-14"),
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
