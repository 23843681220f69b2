"""Our own files stand the checks that a user's must."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from dragoman.errors import BadLexicon
from dragoman.languages import available
from dragoman.languages.own import OwnLexicon

PACKAGE = Path(str(resources.files("dragoman")))


def test_every_act_slot_and_class_of_our_words_is_known(tmp_path: Path) -> None:
    shutil.copy(PACKAGE / "ontology" / "acts.yaml", tmp_path)
    for code in available():
        shutil.copytree(PACKAGE / "languages" / code / "words", tmp_path / code / "words")
        shutil.copy(PACKAGE / "languages" / code / "classes.yaml", tmp_path / code)
    with pytest.raises(BadLexicon) as caught:  # one phrase may have two acts of ours, of which the likelier is taken
        OwnLexicon.read(tmp_path)
    assert [fault for fault in caught.value.faults if "twice" not in fault] == []
