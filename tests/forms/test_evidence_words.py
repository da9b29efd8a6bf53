"""The examples of evidence in English."""

from pug_desktop.forms.evidence_words import examples
from pug_desktop.forms.load import available, load_form


def test_every_example_of_the_catalogue_has_english():
    told = {each for name, version in available() for q in load_form(name, version).questions for each in q.evidence}

    assert told
    assert [each for each in sorted(told) if examples([each], "en") == (each,)] == []


def test_in_indonesian_and_where_a_province_wrote_its_own_the_words_stay():
    assert examples(("Notulen", "Foto rapat kami")) == ("Notulen", "Foto rapat kami")
    assert examples(("Notulen", "Foto rapat kami"), "en") == ("Minutes", "Foto rapat kami")
