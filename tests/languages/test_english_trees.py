"""The English model's labels as Universal Dependencies: content words are heads, adpositions and copulas hang on them."""

from __future__ import annotations

import pytest

from dragoman.languages import language
from dragoman.languages.en.mending.main_verbs import verb_before_object
from dragoman.languages.en.trees import convert
from dragoman.model.text import Sentence, Token

CLEARNLP = ("agent", "attr", "auxpass", "dative", "dobj", "nsubjpass", "npadvmod", "pobj", "poss", "prep", "relcl")


def sentence(text: str) -> Sentence:
    return Sentence(0, 0, tuple(next(language("en").parser([text], [[0]]))[0]))


def arcs(text: str) -> set[tuple[str, str, str]]:
    """(word, relation, head), the root with an empty head."""
    tree = sentence(text)
    return {(t.text, t.dep, "" if t.head == t.index else tree[t.head].text) for t in tree}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The bridge was destroyed by Danish soldiers.",
            {
                ("bridge", "nsubj:pass", "destroyed"),
                ("was", "aux:pass", "destroyed"),
                ("soldiers", "obl:agent", "destroyed"),
                ("by", "case", "soldiers"),
            },
        ),
        (
            "The envoy flew to Oslo with his aides.",
            {
                ("Oslo", "obl", "flew"),
                ("to", "case", "Oslo"),
                ("aides", "obl", "flew"),
                ("with", "case", "aides"),
                ("his", "nmod:poss", "aides"),
            },
        ),
        ("The king of Norway smiled.", {("Norway", "nmod", "king"), ("of", "case", "Norway"), ("king", "nsubj", "smiled")}),
        ("Norway gave Chad three planes.", {("Chad", "iobj", "gave"), ("planes", "obj", "gave"), ("three", "nummod", "planes")}),
        (
            "The minister is a friend of Cuba.",
            {("friend", "root", ""), ("is", "cop", "friend"), ("minister", "nsubj", "friend"), ("Cuba", "nmod", "friend")},
        ),
        (
            "The talks were not useful.",
            {("useful", "root", ""), ("were", "cop", "useful"), ("not", "advmod", "useful"), ("talks", "nsubj", "useful")},
        ),
        ("The minister became a hero.", {("became", "root", ""), ("hero", "xcomp", "became")}),
        (
            "The talks that Qatar hosted failed.",
            {("hosted", "acl:relcl", "talks"), ("that", "obj", "hosted"), ("Qatar", "nsubj", "hosted"), ("failed", "root", "")},
        ),
        (
            "Soldiers trained by Kenya arrived.",
            {("trained", "acl", "Soldiers"), ("Kenya", "obl:agent", "trained"), ("Soldiers", "nsubj", "arrived")},
        ),
        ("Spain's ambassador left.", {("Spain", "nmod:poss", "ambassador"), ("'s", "case", "Spain")}),
        ("Portugal urged Brazil to sign.", {("sign", "xcomp", "urged"), ("to", "mark", "sign"), ("Brazil", "obj", "urged")}),
        ("After meeting the king, she left.", {("meeting", "advcl", "left"), ("After", "mark", "meeting"), ("king", "obj", "meeting")}),
        ("Ghana carried out an attack.", {("out", "compound:prt", "carried"), ("attack", "obj", "carried")}),
        ("Peru said that it would leave.", {("leave", "ccomp", "said"), ("that", "mark", "leave"), ("would", "aux", "leave")}),
        (
            "The chief of staff, Kojo Mensah, and the fleet commander, Yaw Boateng, left.",
            {("commander", "conj", "chief"), ("and", "cc", "chief"), ("Boateng", "appos", "commander")},
        ),
        (
            "Mali's president, Togo's premier and Niger's envoy met.",
            {("premier", "conj", "president"), ("envoy", "conj", "premier"), ("president", "nsubj", "met")},
        ),
        (
            "Oslo, to which the islands belong, called on both sides to talk.",
            {("called", "root", ""), ("Oslo", "nsubj", "called"), ("belong", "acl:relcl", "Oslo")},
        ),
        ("Denmark lent Quito 3 billion crowns.", {("Quito", "iobj", "lent"), ("crowns", "obj", "lent")}),
        ("Chad was accused of meddling by backing rebels.", {("meddling", "advcl", "accused"), ("of", "mark", "meddling")}),
        ("She has never resigned.", {("has", "aux", "resigned"), ("never", "advmod", "resigned")}),
    ],
)
def test_arcs(text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert wanted <= arcs(text)


@pytest.mark.parametrize(
    "text",
    [
        "What the minister, who was accused of fraud by the court, said on Monday is that all of it is a lie.",
        "In addition to sending aid to Haiti, Japan is the largest donor to the fund, one of three set up since 2010.",
        "Out.",
        "To whom it was given, and by whom?",
        "Because of the storm, up to ten ships were kept from leaving for what officials called safety.",
    ],
)
def test_nothing_is_lost_and_the_tree_stays_a_tree(text: str) -> None:
    tree = sentence(text)
    assert "".join(t.text for t in tree) == text.replace(" ", "")
    assert {t.index for t in tree.subtree(tree.root)} == set(range(len(tree)))
    assert [t.dep for t in tree if t.head == t.index] == ["root"]
    assert not [t.dep for t in tree if t.dep in CLEARNLP and t.dep != "agent"]


def test_a_name_where_only_a_nominal_stands_is_no_verb() -> None:
    tree = sentence("Belize and Guatemala, which have quarrelled for years, signed a treaty.")
    assert (tree[0].pos, tree[0].lemma, tree[0].dep) == ("PROPN", "Belize", "nsubj")


def test_a_participle_behind_a_noun_is_no_main_verb() -> None:
    tree = sentence("A deal, which took two years, signed by Norway.")
    assert tree.root.text == "deal"


def test_a_chain_of_adpositions_keeps_its_order() -> None:
    tree = sentence("Rebels advanced from the north of the country to the coast.")
    cases = {t.text: tree.case(t) for t in tree if tree.case(t)}
    assert cases == {"north": "from", "country": "of", "coast": "to"}


def test_lemmas_are_lower_case_but_for_names() -> None:
    lemmas = {t.text: t.lemma for t in sentence("Turkish soldiers Left Ankara.")}
    assert (lemmas["Turkish"], lemmas["Ankara"]) == ("turkish", "Ankara")


def _token(index: int, text: str, pos: str, head: int, dep: str) -> Token:
    return Token(index, text, text.lower(), pos, {}, head, dep, index * 10, index * 10 + len(text))


def test_an_adposition_without_a_nominal_stays_where_it_hangs() -> None:
    tokens = [_token(0, "they", "PRON", 1, "nsubj"), _token(1, "came", "VERB", 1, "root"), _token(2, "in", "ADP", 1, "prep")]
    assert [(t.head, t.dep) for t in convert(tokens)] == [(1, "nsubj"), (1, "root"), (1, "advmod")]


def test_an_adposition_at_the_root_gives_the_root_to_its_nominal() -> None:
    tokens = [_token(0, "Of", "ADP", 0, "prep"), _token(1, "course", "NOUN", 0, "pobj"), _token(2, ".", "PUNCT", 0, "punct")]
    assert [(t.head, t.dep) for t in convert(tokens)] == [(1, "case"), (1, "root"), (1, "punct")]


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Iran staged an exercise.", "staged", "stage"),
        ("The court fined Chad.", "fined", "fine"),
        ("Niger closed two bases.", "bases", "base"),
        ("Spain co-operated with Chad.", "co-operated", "cooperate"),
        ("A cease-fire began.", "cease-fire", "ceasefire"),
        ("North Korea test-fired a missile.", "test-fired", "test-fire"),
    ],
)
def test_forms_of_other_words_and_words_with_a_hyphen(text: str, word: str, lemma: str) -> None:
    assert {t.text: t.lemma for t in sentence(text)}[word] == lemma


def test_of_two_objects_the_name_is_whom_it_is_given_to() -> None:
    assert {("Kyiv", "iobj", "handed"), ("howitzers", "obj", "handed")} <= arcs("Britain in September handed Kyiv 16 howitzers.")


def test_a_verb_with_a_subject_is_no_adjective_of_its_object() -> None:
    tokens = [
        _token(0, "Kim", "PROPN", 1, "nsubj"),
        _token(1, "hosted", "VERB", 2, "amod"),
        _token(2, "Volodin", "PROPN", 2, "root"),
    ]
    assert [(t.head, t.dep) for t in verb_before_object(tokens)] == [(1, "nsubj"), (1, "root"), (1, "obj")]


def test_of_two_participles_within_one_another_the_last_is_the_verb() -> None:
    tree = sentence("Turkish troops backed by helicopters crossed into northern Iraq on Monday.")
    assert tree.root.text == "crossed"
    assert ("troops", "nsubj", "crossed") in arcs("Turkish troops backed by helicopters crossed into northern Iraq on Monday.")


def test_a_past_form_before_what_seemed_an_apposition_is_the_verb() -> None:
    text = "Germany, long reluctant, suspended exports of arms to Israel."
    assert {("suspended", "root", ""), ("Germany", "nsubj", "suspended"), ("exports", "obj", "suspended")} <= arcs(text)


def test_an_infinitive_behind_a_noun_is_no_relative_clause() -> None:
    assert ("hand", "acl", "requests") in arcs("India has ignored two requests to hand her over.")
