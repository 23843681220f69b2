"""A user's own acts, words and parties: what they change, what they leave alone, and how what is wrong with them is told."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman import BadLexicon, BadUsage, OwnLexicon
from dragoman.languages import available, language
from dragoman.ontology import ontology
from dragoman.pipeline import trace

DAM = {
    "acts.yaml": 'dam-river: {type: COERCE, mode: withhold, cameo: "172", contexts: [natural_resource], means: "dam a shared river"}\n',
    "en/words/rivers.yaml": (
        "- act: dam-river\n  verbs: [dam, divert]\n  where: {obj: [river, '@river-name']}\n  recipient: [against, from]\n"
    ),
    "en/classes.yaml": "river-name: [Nile, Mekong]\n",
    "fr/words/fleuves.yaml": "- act: dam-river\n  verbs: [barrer, détourner]\n  where: {obj: [fleuve, rivière]}\n  recipient: [contre]\n",
    "parties.csv": (
        "name,code,aliases,sector,kind\n"
        "Zambezi Dams Council,ZDC,Conseil des barrages du Zambèze,IGO,organization\n"
        "Somsak Vongsa,LAO,,GOV,person\n"
    ),
    "fr/names.tsv": "code\tkind\tsector\tforms\n# a comment\nLAO\tadjective\t\tlao|lanxangais\n",
}



def folder(at: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return at


def faults(at: Path, files: dict[str, Any]) -> list[str]:
    """What is told of a folder, without its path."""
    with pytest.raises(BadLexicon) as caught:
        OwnLexicon.read(folder(at, files))
    assert isinstance(caught.value, BadUsage)
    return [fault.replace(f"{at}/", "").replace(str(at), "FOLDER") for fault in caught.value.faults]


@pytest.fixture
def dam(tmp_path: Path) -> OwnLexicon:
    return OwnLexicon.read(folder(tmp_path, dict(DAM)))


def coded(text: str, code: str, lexicon: OwnLexicon | Path | None) -> list[tuple[str, str | None, list[str], list[str]]]:
    events = dragoman.code(text, language=code, published="2024-05-06", lexicon=lexicon).events
    return [(e.act, e.mode, [p.code for p in e.actor], [p.code for p in e.recipient]) for e in events]


# -- what it adds ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "China has dammed the river against Vietnam."), ("fr", "La Chine a barré le fleuve contre le Vietnam.")],
)
def test_an_act_of_ones_own_in_both_languages(dam: OwnLexicon, code: str, text: str) -> None:
    assert coded(text, code, dam) == [("dam-river", "withhold", ["CHN"], ["VNM"])]
    assert coded(text, code, dam.folder) == coded(text, code, dam)
    assert ("dam-river" in str(coded(text, code, None))) is False


def test_a_record_of_it_is_whole(dam: OwnLexicon) -> None:
    (event,) = dragoman.code("China has dammed the Mekong against Vietnam.", language="en", lexicon=dam).records()
    assert (event["type"], event["cameo"], event["quad"]) == ("COERCE", "172", "material conflict")
    assert "natural_resource" in event["contexts"]
    assert event["rules"][0] == "own:en:dam-river:dam"
    assert 0 < event["confidence"] < 1


def test_parties_of_ones_own(dam: OwnLexicon) -> None:
    assert coded("The Zambezi Dams Council condemned China.", "en", dam) == [("condemn", "disapprove", ["ZDC"], ["CHN"])]
    assert coded("Le Conseil des barrages du Zambèze a condamné la Chine.", "fr", dam) == [("condemn", "disapprove", ["ZDC"], ["CHN"])]
    assert coded("Somsak Vongsa condemned China.", "en", dam) == [("condemn", "disapprove", ["LAO"], ["CHN"])]
    assert coded("Des soldats lanxangais ont bombardé un village en Chine.", "fr", dam)[0][2] == ["LAO"]


# -- what it overrides -------------------------------------------------------------------------------------------------


def test_a_phrase_without_conditions_takes_the_place_of_ours(tmp_path: Path) -> None:
    words = "- {act: threaten-force, verbs: [condemn], actor: [subj], recipient: [obj]}\n"
    own = OwnLexicon.read(folder(tmp_path, {"en/words/a.yaml": words}))
    assert coded("Peru condemned Chile.", "en", own)[0][0] == "threaten-force"


def test_a_phrase_with_conditions_wins_only_where_they_hold(tmp_path: Path) -> None:
    words = "- {act: threaten-force, verbs: [condemn], where: {in: [anger]}, actor: [subj], recipient: [obj]}\n"
    own = OwnLexicon.read(folder(tmp_path, {"en/words/a.yaml": words}))
    assert coded("Peru condemned Chile in anger.", "en", own)[0][0] == "threaten-force"
    assert coded("Peru condemned Chile.", "en", own)[0][0] == "condemn"


def test_words_of_nothing_are_silent(tmp_path: Path) -> None:
    own = OwnLexicon.read(folder(tmp_path, {"en/words/a.yaml": "- {act: nothing, verbs: [condemn]}\n"}))
    assert coded("Peru condemned Chile.", "en", own) == []
    assert coded("Peru visited Chile. Peru threatened Chile.", "en", own) == coded("Peru visited Chile. Peru threatened Chile.", "en", None)


def test_an_act_takes_the_place_of_ours(tmp_path: Path) -> None:
    act = 'condemn: {type: THREATEN, cameo: "130", means: "here a condemnation is a threat"}\n'
    own = OwnLexicon.read(folder(tmp_path, {"acts.yaml": act}))
    (event,) = dragoman.code("Peru condemned Chile.", language="en", lexicon=own).events
    assert (event.act, event.type, event.cameo) == ("condemn", "THREATEN", "130")


def test_a_name_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = OwnLexicon.read(folder(tmp_path, {"en/names.tsv": "code\tkind\tforms\nBOL\tstate\tPeru\n"}))
    assert coded("Peru condemned Chile.", "en", own)[0][2:] == (["BOL"], ["CHL"])
    assert coded("Peruvian soldiers attacked Chile.", "en", own)[0][2] == ["PER"]


# -- what it leaves alone ----------------------------------------------------------------------------------------------


def test_nothing_of_it_stays_behind(dam: OwnLexicon) -> None:
    before = (ontology(), {code: (language(code), language(code).lexicon, language(code).names) for code in available()})
    patterns = {code: dict(language(code).lexicon.patterns) for code in available()}
    names = {code: {first: list(rows) for first, rows in language(code).names.table.items()} for code in available()}
    text = "China has dammed the river against Vietnam. The Zambezi Dams Council condemned China."
    assert coded(text, "en", dam) != coded(text, "en", None) == []
    assert (ontology(), {code: (language(code), language(code).lexicon, language(code).names) for code in available()}) == before
    assert "dam-river" not in ontology().acts
    for code in available():
        assert language(code).lexicon.patterns == patterns[code]
        assert {first: list(rows) for first, rows in language(code).names.table.items()} == names[code]


def test_two_lexicons_side_by_side(tmp_path: Path) -> None:
    one = OwnLexicon.read(folder(tmp_path / "one", {"en/words/a.yaml": "- {act: praise, verbs: [zorch]}\n"}))
    two = OwnLexicon.read(folder(tmp_path / "two", {"en/words/a.yaml": "- {act: condemn, verbs: [zorch]}\n"}))
    found = [one.language("en").lexicon.headed("zorch"), two.language("en").lexicon.headed("zorch"), language("en").lexicon.headed("zorch")]
    assert [[p.act for p in patterns] for patterns in found] == [["praise"], ["condemn"], []]


def test_what_it_does_not_speak_of_is_shared(dam: OwnLexicon) -> None:
    speech = dam.language("en")
    assert speech is dam.language("en")
    for name in ("grammar", "titles", "times", "cues", "contexts", "parser"):
        assert getattr(speech, name) is getattr(language("en"), name)
    with pytest.raises(KeyError):
        dam.language("xx")


def test_it_travels_to_other_processes(dam: OwnLexicon) -> None:
    dam.language("en")
    assert dam.ontology
    again = pickle.loads(pickle.dumps(dam))
    assert (again.acts, again.patterns) == (dam.acts, dam.patterns)


def test_explained_with_its_acts(dam: OwnLexicon) -> None:
    from rich.console import Console

    from dragoman.showing.derivation import explain

    console = Console(width=200)
    with console.capture() as shown:
        console.print(explain(trace("China has dammed the river.", language="en", lexicon=dam)))
    assert "dam-river (dam a shared river) → COERCE/withhold" in shown.get()


def test_notes_are_not_read(tmp_path: Path) -> None:
    notes = {"README.md": "x", ".git/config": "x", "en/words/notes.txt": "x", "en/words/old.yaml~": "x", "en/words/a.yaml": ""}
    assert OwnLexicon.read(folder(tmp_path, {**DAM, **notes})).acts.keys() == {"dam-river"}


# -- what is wrong with it ---------------------------------------------------------------------------------------------

ACT = 'type: COERCE, mode: seize, cameo: "171", means: "m"'


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ('type: ATACK, cameo: "171", means: "m"', "no type 'ATACK' (there is ACCUSE, AGREE"),
        ('type: COERSE, cameo: "171", means: "m"', "no type 'COERSE': do you mean 'COERCE'?"),
        ('type: COERCE, mode: sieze, cameo: "171", means: "m"', "no mode of COERCE 'sieze': do you mean 'seize'?"),
        ('type: SUPPORT, mode: visit, cameo: "051", means: "m"', "no mode of SUPPORT 'visit'"),
        ('type: COERCE, cameo: "17", means: "m"', "'17' is not a CAMEO code"),
        ('type: COERCE, cameo: "051", means: "m"', "CAMEO 051 does not belong to COERCE (roots 16, 17, 19)"),
        ('type: COERCE, cameo: 171, means: "m"', "cameo: must be text, in quotation marks"),
        ('type: COERCE, cameo: "171"', "lacks means"),
        ('type: COERCE, cameo: "171", means: "m", symmetrical: true', "no field 'symmetrical': do you mean 'symmetric'?"),
        ('type: COERCE, cameo: "171", means: "m", symmetric: "yes"', "symmetric: must be true or false"),
        ('type: COERCE, cameo: "171", means: "m", contexts: [militry]', "no context 'militry'"),
        ('type: COERCE, cameo: "171", means: "m", contexts: military', "contexts: must be a list of words"),
        ('type: [COERCE], cameo: "171", means: "m"', "type: must be text"),
        ('type: null, cameo: "171", means: "m"', "type: must be text"),
    ],
)
def test_a_wrong_act(tmp_path: Path, act: str, told: str) -> None:
    (fault,) = faults(tmp_path, {"acts.yaml": f"# mine\n\ngrab: {{{act}}}\n"})
    assert fault.startswith(f"acts.yaml:3: grab: {told}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"grab: {{{ACT}}}\ngrab: {{{ACT}}}\n", "acts.yaml:2: broken YAML: grab is written twice"),
        ('grab: {type: COERCE, type: AID, cameo: "171", means: m}\n', "acts.yaml:1: broken YAML: type is written twice"),
        (f"grab: {{{ACT}\nother: [", "acts.yaml:2: broken YAML: "),
        ("grab: 3\n", "acts.yaml:1: grab: must be a mapping of fields"),
        ("- grab\n", "acts.yaml:1: must be a mapping: an act's name, then its fields"),
        ("grab\n", "acts.yaml:1: must be a mapping"),
        (f"Grab It: {{{ACT}}}\n", "acts.yaml:1: Grab It: an act is named in small letters"),
        (f"nothing: {{{ACT}}}\n", "acts.yaml:1: nothing: an act is named in small letters, with hyphens, and not 'nothing'"),
        ("3: {}\n", "acts.yaml:1: broken YAML: a key must be text: 3"),
        ("grab: !!python/object:os.system {}\n", "acts.yaml:1: broken YAML: could not determine a constructor"),
        ("a: &a [*a]\n", "acts.yaml:1: "),
        ("\x07", "acts.yaml: broken YAML: "),
        (b"caf\xe9: 1\n", "acts.yaml: not UTF-8"),
        ("[" * 5000, "acts.yaml"),
    ],
)
def test_a_broken_file_of_acts(tmp_path: Path, text: str | bytes, told: str) -> None:
    assert faults(tmp_path, {"acts.yaml": text})[0].startswith(told)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{act: vist, verbs: [zorch]}", "vist, zorch: no act 'vist': do you mean 'visit'?"),
        ("{verbs: [zorch]}", "zorch: lacks act"),
        ("{act: visit}", "visit: needs one of verbs, nouns, adjectives"),
        ("{act: visit, verb: [zorch]}", "visit: no field 'verb': do you mean 'verbs'?"),
        ("{act: visit, verbs: [zorch], nouns: [zorching]}", "visit, zorch: has verbs and nouns: write an entry for each"),
        ("{act: visit, verbs: zorch}", "visit, zorch: verbs: must be a list of phrases"),
        ("{act: visit, verbs: []}", "visit, []: verbs: must be a list of phrases"),
        ("{act: visit, verbs: [12]}", "visit, 12: verbs: must be a list of phrases (a number, true or null in quotation marks)"),
        ('{act: visit, verbs: ["the"]}', "visit, the: 'the' has no word to look for"),
        ("{act: visit, verbs: [zorch], actor: subj}", "visit, zorch: actor: must be a list of slots, such as [subj]"),
        ("{act: visit, verbs: [zorch], actor: [subject]}", "visit, zorch: actor: no slot 'subject' (a slot is subj, obj"),
        ("{act: visit, verbs: [zorch], recipient: [wiht]}", "visit, zorch: recipient: no slot 'wiht': do you mean 'with'?"),
        ("{act: visit, verbs: [zorch], where: [obj]}", "visit, zorch: where: must be a mapping from a slot to words"),
        ("{act: visit, verbs: [zorch], where: {object: house}}", "visit, zorch: where: no slot 'object'"),
        ("{act: visit, verbs: [zorch], where: {obj: 3}}", "visit, zorch: where: obj: must be a word or a list of words"),
        ('{act: visit, verbs: [zorch], unless: {obj: "@museums"}}', "visit, zorch: unless: obj: no class 'museums': do you mean 'museum'?"),
        ("{act: nothing, verbs: [zorch], where: {obj: house}}", "nothing, zorch: words of nothing have neither conditions nor parties"),
        ("zorch", "an entry must be a mapping: 'zorch'"),
    ],
)
def test_a_wrong_entry_of_words(tmp_path: Path, entry: str, told: str) -> None:
    fault = faults(tmp_path, {"en/words/a.yaml": f"# mine\n- {{act: praise, verbs: [florp]}}\n- {entry}\n"})[-1]
    place, _, rest = fault.partition(": ")
    assert place == ("en/words/a.yaml" if entry == "zorch" else "en/words/a.yaml:3")
    assert rest.startswith(told)


def test_a_phrase_twice(tmp_path: Path) -> None:
    words = {"en/words/a.yaml": "- {act: praise, verbs: [zorch]}\n", "en/words/b.yaml": "\n- {act: condemn, verbs: [florp, zorch]}\n"}
    assert faults(tmp_path, dict(words)) == ["en/words/b.yaml:2: condemn, florp: 'zorch' stands there twice: also at en/words/a.yaml:1"]


def test_the_same_phrase_with_other_conditions_is_another(tmp_path: Path) -> None:
    words = "- {act: praise, verbs: [zorch], where: {obj: house}}\n- {act: condemn, verbs: [zorch], where: {obj: horse}}\n"
    assert len(OwnLexicon.read(folder(tmp_path, {"en/words/a.yaml": words})).patterns["en"]) == 2


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("en/words/a.yaml", "act: visit\n", "en/words/a.yaml:1: must be a list of entries"),
        ("en/words/a.yaml", "- {act: [", "en/words/a.yaml:2: broken YAML"),
        ("en/classes.yaml", "- x\n", "en/classes.yaml:1: must be a mapping: a class's name"),
        ("en/classes.yaml", "ship: frigate\n", "en/classes.yaml:1: ship: must be a list of words"),
        ("en/classes.yaml", "party: [x]\n", "en/classes.yaml:1: party: this class is told by the grammar"),
        ("en/names.tsv", "code,kind,forms\n", "en/names.tsv:1: no header with the columns code, kind, forms"),
        ("en/names.tsv", "code\tkind\tforms\tcolour\n", "en/names.tsv:1: no column 'colour'"),
        ("en/names.tsv", "code\tkind\tforms\nPER\tnation\tPiru\n", "en/names.tsv:2: Piru: no kind 'nation'"),
        ("en/names.tsv", "code\tkind\tforms\nPER\t\tPiru\n", "en/names.tsv:2: Piru: no kind"),
        ("en/names.tsv", "code\tkind\tforms\n\tstate\tPiru\n", "en/names.tsv:2: Piru: no code"),
        ("en/names.tsv", "code\tkind\tforms\nPER\tstate\n", "en/names.tsv:2: no name"),
        ("en/names.tsv", "code\tkind\tforms\nPER\tstate\t¡!\n", "en/names.tsv:2: ¡!: '¡!' has neither letter nor digit"),
        ("en/names.tsv", "code\tkind\tforms\nPER\tstate\ta\tb\n", "en/names.tsv:2: 4 cells under 3 columns"),
        ("en/names.tsv", "code\tkind\tforms\nXQZ\tbody\tPiru\n", "en/names.tsv:2: Piru: no party has the code 'XQZ' (a new one"),
        ("en/names.tsv", "code\tkind\tforms\nxq z\tgroup\tPiru\n", "en/names.tsv:2: Piru: no party has the code 'xq z'"),
        ("en/names.tsv", "code\tkind\tsector\tforms\nPER\tstate\tGVT\tPiru\n", "en/names.tsv:2: Piru: no sector 'GVT'"),
        ("parties.csv", "name;kind\nx;person\n", "parties.csv:1: no header with the columns name, code"),
        ("parties.csv", "name,code,office\nx,PER,king\n", "parties.csv:1: column office: offices are knowledge"),
        ("parties.csv", 'name,code\n"x,PER\n', "parties.csv:2: broken CSV"),
        ("parties.csv", "name,code\n,PER\n", "parties.csv:2: no name"),
        ("de/words/a.yaml", "", "de: no coder for a language of this name (there is en, fr)"),
        ("en/verbs.yaml", "", "en/verbs.yaml: not read: a language has words/*.yaml, classes.yaml and names.tsv"),
        ("en/words/a.yml", "", "en/words/a.yml: not read: words stand in files that end in .yaml"),
        ("words.yaml", "", "words.yaml: not read: a lexicon has acts.yaml, parties.csv and a folder a language (en, fr)"),
    ],
)
def test_a_wrong_file(tmp_path: Path, file: str, text: str, told: str) -> None:
    assert faults(tmp_path, {file: text})[0].startswith(told)


def test_a_name_twice(tmp_path: Path) -> None:
    rows = "code\tkind\tforms\nPER\tstate\tPiru\nCHL\tstate\tPiru\n"
    assert faults(tmp_path, {"en/names.tsv": rows}) == [
        "en/names.tsv:3: Piru: 'Piru' stands there twice: also at en/names.tsv:2",
    ]


def test_no_folder_and_an_empty_one(tmp_path: Path) -> None:
    assert faults(tmp_path, {}) == ["FOLDER: nothing to read: a lexicon has acts.yaml, parties.csv and a folder a language (en, fr)"]
    with pytest.raises(BadLexicon, match="none: no such folder"):
        dragoman.code("Peru condemned Chile.", language="en", lexicon=tmp_path / "none")
    (tmp_path / "file").touch()
    with pytest.raises(BadLexicon, match="file: not a folder"):
        dragoman.code("Peru condemned Chile.", language="en", lexicon=str(tmp_path / "file"))


def test_every_fault_is_told_at_once_and_the_message_stays_short(tmp_path: Path) -> None:
    words = "".join(f"- {{act: vist, verbs: [zorch{n}]}}\n" for n in range(30))
    with pytest.raises(BadLexicon) as caught:
        OwnLexicon.read(folder(tmp_path, {"en/words/a.yaml": words, "acts.yaml": "x: 1\n"}))
    assert len(caught.value.faults) == 31
    assert len(str(caught.value).splitlines()) == 21
    assert str(caught.value).endswith("and 11 more")


YAML = ["[", "]", "{", "}", ": ", ", ", "- ", "\n", "  ", "&a ", "*a", "<<", "!!", "|", "\t", "'", "#", "null", "true", "3", "é", "\x00"]
WORDS = ["act", "visit", "verbs", "nouns", "where", "obj", "actor", "@party", "type", "COERCE", "cameo", '"171"', "means"]
PIECES = st.sampled_from([*YAML, *WORDS, "code", "kind", "forms", "name", "PER", "state", "\ud83d"])
FILES = st.sampled_from(["acts.yaml", "parties.csv", "en/words/a.yaml", "en/classes.yaml", "fr/names.tsv", "en/x.yaml"])


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(FILES, st.lists(PIECES, max_size=30).map("".join), min_size=1, max_size=3))
def test_whatever_stands_in_a_folder_it_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]) -> None:
    at = folder(tmp_path_factory.mktemp("any"), {name: text.encode("utf-8", "surrogatepass") for name, text in files.items()})
    try:
        OwnLexicon.read(at)
    except BadLexicon as problem:
        assert all(fault.startswith(f"{at}/") and "\n" not in fault for fault in problem.faults)  # noqa: PT017
