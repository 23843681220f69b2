"""What the French model gets wrong of subjects, objects, pronouns and verbs, mended on its trees."""

from __future__ import annotations

import pytest

from dragoman.languages import language
from dragoman.model.text import Sentence


def sentence(text: str) -> Sentence:
    return Sentence(0, 0, tuple(next(language("fr").parser([text], [[0]]))[0]))


def arcs(text: str) -> set[tuple[str, str, str]]:
    """(word, relation, head), the root with an empty head."""
    tree = sentence(text)
    return {(t.text, t.dep, "" if t.head == t.index else tree[t.head].text) for t in tree}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Oslo, que Lima avait accusé de complot, a expulsé deux diplomates péruviens.", {("Oslo", "nsubj", "expulsé")}),
        ("« Rabat ment », a dénoncé mardi soir le ministre algérien.", {("ministre", "nsubj", "dénoncé")}),
        ("Le Tchad a bloqué un texte que réclamaient Malte et la Grèce.", {("Malte", "nsubj", "réclamaient")}),
        ("Le ministre serbe a salué « un geste courageux » et appelé Zagreb à négocier.", {("appelé", "conj", "salué")}),
        ("Il n'a pas annulé sa visite à Lima.", {("Il", "nsubj", "annulé")}),
        ("L'aide au Niger, que Rome avait suspendue, a repris.", {("que", "obj", "suspendue"), ("suspendue", "acl:relcl", "aide")}),
        ("Lima rejette les sanctions que Rome lui a imposées.", {("lui", "iobj", "imposées")}),
        ("Le Maroc presse l'Espagne de rouvrir ses consulats.", {("Espagne", "obj", "presse"), ("rouvrir", "xcomp", "presse")}),
        ("L'Allemagne livrera à la Moldavie des canons lourds.", {("canons", "obj", "livrera"), ("Moldavie", "obl:arg", "livrera")}),
        ("Rome a critiqué les raids menés dans la nuit de lundi par la Syrie.", {("Syrie", "obl:agent", "menés")}),
        ("Joe Biden a prié l'Union européenne de patienter encore.", {("patienter", "xcomp", "prié")}),
        ("Rome exige de la Syrie qu'elle retire ses chars.", {("retire", "ccomp", "exige"), ("qu'", "mark", "retire")}),
        ("Madrid demande à Londres, qu'elle accuse de fraude, de rouvrir la frontière.", {("rouvrir", "xcomp", "demande")}),
        ("Les exercices que les Chiliens mènent avec leurs alliés irritent Lima.", {("mènent", "acl:relcl", "exercices")}),
        (
            "Le gouvernement chilien et l'ELN ont repris les pourparlers.",
            {("gouvernement", "nsubj", "repris"), ("ELN", "conj", "gouvernement")},
        ),
        ("Le roi a été reçu lors d'un sommet à Lima.", {("sommet", "obl:arg", "reçu"), ("lors", "case", "sommet")}),
        ("Le Togo a envoyé deux cents policiers en Haïti.", {("Haïti", "nmod", "policiers")}),
        ("Lima a rejeté l'offre de dialogue du président Boric.", {("offre", "obj", "rejeté")}),
        (
            "L'envoyé chilien a répondu que Lima « attise la crise » et a appelé Quito à négocier.",
            {("appelé", "conj", "répondu")},
        ),
        ("Accusé par Lima, le Chili a nié.", {("Accusé", "advcl", "nié"), ("nié", "root", "")}),
        ("Il a salué la Ligue, qui a invité deux pays.", {("invité", "acl:relcl", "Ligue")}),
        (
            "Ils n'ont pas pu combler leurs différences lors de ces pourparlers, et le principal diplomate du bloc a blâmé Lima.",
            {("diplomate", "nsubj", "blâmé")},
        ),
        ("Un tribunal a infligé dix ans de prison à un opposant malien.", {("ans", "obj", "infligé")}),
    ],
)
def test_arguments_go_to_their_verbs(text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert wanted <= arcs(text)


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Londres somme Téhéran de libérer ses ressortissants.", "somme", "sommer"),
        ("Le ministre grec rencontre son homologue turc à Lima.", "rencontre", "rencontrer"),
        ("Tokyo s'est plainte auprès de Pékin.", "plainte", "plaindre"),
    ],
)
def test_verbs_that_look_like_nouns(text: str, word: str, lemma: str) -> None:
    found = next(t for t in sentence(text) if t.text == word)
    assert (found.pos, found.lemma) == ("VERB", lemma)


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("Xi Jinping recevra jeudi le président brésilien.", "recevra", "Fut"),
        ("Lima remettra un prix à Rome.", "remettra", "Fut"),
        ("Il montra la voie.", "montra", "Past"),
    ],
)
def test_futures_are_read_off_their_form(text: str, word: str, tense: str) -> None:
    assert next(t for t in sentence(text) if t.text == word).feats["Tense"] == tense


def test_an_impersonal_subject_stays_one() -> None:
    assert ("Il", "expl:subj", "faut") in arcs("Il faut négocier avec Lima.")


def test_nouns_stay_nouns_where_the_clause_has_a_verb() -> None:
    found = next(t for t in sentence("La presse turque salue la visite du roi.") if t.text == "visite")
    assert found.pos == "NOUN"


@pytest.mark.parametrize("text", ["Lima", "Bonjour !", "« Non », dit-il.", "Que veut Rome ?", "Paris, Rome, Oslo.", "Oui, et alors ?"])
def test_trees_have_one_root_and_no_circle(text: str) -> None:
    tree = sentence(text)
    for token in tree:
        seen = {token.index}
        while token.head != token.index:
            token = tree[token.head]
            assert token.index not in seen
            seen.add(token.index)
