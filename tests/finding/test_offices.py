"""Titles of office in both languages: which office, whose, and who holds it."""

from __future__ import annotations

from collections import defaultdict

import pytest

from dragoman.finding.offices import find_offices
from dragoman.languages.data import folder, read_yaml
from dragoman.languages.offices import LINK, fold, load_titles
from dragoman.model.mentions import OfficeMention
from dragoman.model.text import Document, Sentence
from dragoman.parsing import parse


def found(text: str, language: str) -> list[tuple[Sentence, OfficeMention]]:
    sentences = parse(Document("test", text), language).sentences
    return [(s, m) for s in sentences for m in find_offices(s, load_titles(language))]


def read(text: str, language: str) -> list[tuple[str, str | None, str | None]]:
    """The offices of a text with the token of whose they are and a token of who holds them."""
    return [
        (m.office, s[m.of].text if m.of is not None else None, s[m.person].text if m.person is not None else None)
        for s, m in found(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "office", "of", "person"),
    [
        ("Le ministre grec des Affaires étrangères, Nikos Dendias, est arrivé.", "foreign minister", "grec", "Nikos"),
        ("Le chef de la diplomatie turque Hakan Fidan est arrivé.", "foreign minister", "turque", "Hakan"),
        ("La ministre allemande de la Défense, Christine Lambrecht, a démissionné.", "defence minister", "allemande", "Christine"),
        ("Pavel Orlov, porte-parole de la présidence russe, a démenti.", "Kremlin spokesperson", "russe", "Pavel"),
        ("La porte-parole du Kremlin a démenti.", "Kremlin spokesperson", "Kremlin", None),
        ("Le vice-ministre chinois des Affaires étrangères, Ma Zhaoxu, est venu.", "deputy foreign minister", "chinois", "Zhaoxu"),
        ("Le secrétaire d'État américain Marco Rubio est à Paris.", "secretary of state", "américain", "Marco"),
        ("Le secrétaire américain à la Défense, James Mattis, a appelé.", "defence secretary", "américain", "James"),
        ("Le président par intérim du Pérou, José Jerí, a parlé.", "acting president", "Pérou", "José"),
        ("La cheffe du gouvernement danois, Mette Frederiksen, a parlé.", "prime minister", "danois", "Mette"),
        ("Le secrétaire général de l'Otan, Mark Rutte, a parlé.", "secretary-general", "Otan", "Mark"),
        ("Le locataire de la Maison-Blanche a menacé Téhéran.", "president", "Maison-Blanche", None),
        ("L'ambassadeur d'Israël en France, Joshua Zarka, a été reçu.", "ambassador to France", "Israël", "Joshua"),
        ("L'ambassadrice des Etats-Unis à Moscou, Lynne Tracy, a protesté.", "ambassador to Russia", "Etats-Unis", "Lynne"),
        ("L'envoyé spécial de l'ONU pour la Syrie, Geir Pedersen, a parlé.", "special envoy for Syria", "ONU", "Geir"),
        ("Le patron de Rosatom, Pavel Orlov, est venu.", "head of Rosatom", "Rosatom", "Pavel"),
        ("Le numéro un chinois a salué un accord.", "leader", "chinois", None),
        ("Le président du Parlement, Hugo Salas, a parlé.", "speaker of parliament", None, "Hugo"),
        ("Le chef de la diplomatie chilienne, Hugo Salas, a parlé.", "foreign minister", "chilienne", "Hugo"),
        ("Le ministre de l'Intérieur et de la Sécurité publique, Jean Dupont, a parlé.", "interior minister", None, "Jean"),
        ("Le gouverneur de la région de Belgorod, Viatcheslav Gladkov, a parlé.", "governor of Belgorod", "Belgorod", "Viatcheslav"),
        ("Le président de la République démocratique du Congo, Félix Tshisekedi, a parlé.", "president", "République", "Félix"),
        ("Le guide suprême, l'ayatollah Reza Karimi, a parlé.", "supreme leader", None, "Reza"),
        ("À Kinshasa, le président rwandais a souri.", "president", "rwandais", None),
        ("Reçu à Sotchi, le président turc a souri.", "president", "turc", None),
        ("Selon Dmitri Peskov, le porte-parole du Kremlin, tout va bien.", "Kremlin spokesperson", "Kremlin", "Dmitri"),
        ("La locataire du palais Chigi a démenti.", "prime minister", "Chigi", None),
        ("Le patron de Bercy a démenti.", "finance minister", "Bercy", None),
        ("Le pontife a prié.", "pope", None, None),
    ],
)
def test_french(text: str, office: str, of: str | None, person: str | None) -> None:
    assert (office, of, person) in read(text, "fr")


@pytest.mark.parametrize(
    ("text", "office", "of", "person"),
    [
        ("Foreign Minister Wang Yi met reporters.", "foreign minister", None, "Yi"),
        ("Dmitri Peskov, the Kremlin's spokesman, denied it.", "Kremlin spokesperson", "Kremlin", "Peskov"),
        ("Peru's deputy ambassador, Hugo Salas, complained.", "deputy ambassador", "Peru", "Salas"),
        ("The acting U.S. ambassador, Martha Lee Brown, was summoned.", "acting ambassador", "U.S.", "Brown"),
        ("Chinese Foreign Ministry spokeswoman Mao Ning said so.", "foreign ministry spokesperson", "Chinese", "Ning"),
        ("Israel's ambassador to the United Nations, Danny Danon, spoke.", "ambassador to the UN", "Israel", "Danon"),
        ("U.S. Defense Secretary Lloyd Austin was late.", "defence secretary", "U.S.", "Austin"),
        ("The president of Rwanda, Paul Kagame, spoke.", "president", "Rwanda", "Kagame"),
        ("IAEA chief Rafael Grossi spoke.", "head", "IAEA", "Grossi"),
        ("The minister of defence of Poland resigned.", "defence minister", "Poland", None),
        ("Avril Haines, the director of national intelligence, spoke.", "director of national intelligence", None, "Haines"),
        ("A former deputy, Ravshan Jeenbekov, was arrested.", "member of parliament", None, "Jeenbekov"),
        ("Ecuador's president-elect, Guillermo Lasso, thanked his voters.", "president-elect", "Ecuador", "Lasso"),
        ("The Omani foreign minister, Prince Salim bin Tarik, spoke.", "foreign minister", "Omani", "Tarik"),
        ("King Abdullah II of Jordan spoke.", "king", "Jordan", "II"),
        ("Vice Premier He Lifeng spoke.", "vice premier", None, "Lifeng"),
        ("The deputy foreign minister for political affairs, Majid Takht-Ravanchi, spoke.", "deputy foreign minister", None, "Ravanchi"),
        ("The head of the Aden-based High Election Council resigned.", "head of Aden-based High Election Council", "Aden", None),
        ("Karim Sabo, commander of the Arab-led Syrian Democratic Forces, spoke.", "commander", "Forces", "Sabo"),
        ("Hamas chief Ismail Haniyeh was killed.", "leader", "Hamas", "Haniyeh"),
        ("Carlos Manzo, mayor of Uruapan, was shot dead.", "mayor of Uruapan", "Uruapan", "Manzo"),
        ("In Munich, the US vice president scolded them.", "vice president", "US", None),
        ("The top US diplomat flew home.", "foreign minister", "US", None),
        ("The chief Israeli negotiator flew home.", "chief negotiator", "Israeli", None),
        ("The Kremlin chief flew home.", "president", "Kremlin", None),
        ("The occupant of the White House flew home.", "president", "White", None),
        ("The prime minister of New Zealand flew home.", "prime minister", "Zealand", None),
        ("The pontiff flew home.", "pope", None, None),
    ],
)
def test_english(text: str, office: str, of: str | None, person: str | None) -> None:
    assert (office, of, person) in read(text, "en")


@pytest.mark.parametrize(
    ("text", "language", "change"),
    [
        ("L'ancien président Nicolas Sarkozy a parlé.", "fr", "left"),
        ("L'ex-ministre de la Défense Song Young-moo est détenu.", "fr", "left"),
        ("Le Premier ministre désigné, Nawaf Salam, a parlé.", "fr", "appointed"),
        ("Le président français a parlé.", "fr", "holds"),
        ("Former President Rafael Correa appealed.", "en", "left"),
        ("The incoming prime minister, Friedrich Merz, spoke.", "en", "appointed"),
    ],
)
def test_what_the_words_say_of_the_tenure(text: str, language: str, change: str) -> None:
    assert [m.change for _, m in found(text, language)] == [change]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre, lui, a quitté la salle.", "fr"),
        ("The prime minister Thursday refused to answer.", "en"),
        ("The president, Monday's guest, left.", "en"),
    ],
)
def test_no_holder_is_made_up(text: str, language: str) -> None:
    assert [m.person for _, m in found(text, language)] == [None]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le chef a préparé un repas.", "fr"),
        ("Hossein Amir-Abdollahian arrived in Muscat.", "en"),
        ("The head hurts.", "en"),
        ("Premier League officials met.", "en"),
        ("Le chef d'orchestre a salué.", "fr"),
    ],
)
def test_words_that_are_no_office(text: str, language: str) -> None:
    assert not found(text, language)


def test_a_plural_title_has_several_holders() -> None:
    rows = read("Les présidents Vladimir Poutine et Xi Jinping ont signé un accord.", "fr")
    assert [person for office, _, person in rows if office == "president"] == ["Vladimir", "Xi"]


def test_two_titles_of_one_person() -> None:
    rows = read("Le médiateur, l'ancien président ghanéen John Kufuor, a signé.", "fr")
    assert [(office, person) for office, _, person in rows] == [("mediator", "John"), ("president", "John")]


def test_counterparts_are_a_class_of_their_own() -> None:
    ((sentence, mention),) = found("Il a vu son homologue iranien Abbas Araghchi.", "fr")
    assert (mention.klass, sentence[mention.person or 0].text) == ("relative", "Abbas")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_title_has_words_an_office_and_a_class(language: str) -> None:
    for first, titles in load_titles(language).titles.items():
        for title in titles:
            assert title.words[0] == first != LINK
            assert title.words[-1] != LINK, title
            assert bool(title.office) == bool(title.klass) and title.office.isascii(), title
            assert "{" not in title.office, title


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_form_is_listed_for_two_offices(language: str) -> None:
    words, offices = load_titles(language).words, defaultdict(set)
    for entry in read_yaml(folder(language).joinpath("offices.yaml"))["titles"]:
        for form in entry["forms"]:
            offices[" ".join(words(form))].add(entry["office"])
    assert not {form: names for form, names in offices.items() if len(names) > 1}


def test_fold() -> None:
    assert fold("Élysée’s") == "elysee's"
