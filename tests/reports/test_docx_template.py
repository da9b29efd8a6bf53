"""A Word template is filled with what it is given and does nothing else; each that is refused says why."""

import io
import zipfile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pug_desktop import errors
from pug_desktop.reports import docx_engine, docx_gate
from pug_desktop.reports.docx_template import Picture, filled, write_from_template
from tests.reports.hostile_texts import HOSTILE


def template(tmp_path, *lines, name="templat.docx", table=()):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if table:
        made = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text
    path = tmp_path / name
    document.save(path)
    return path


def texts(data):
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for each in document.tables for row in each.rows for cell in row.cells]
    return [each.text for each in document.paragraphs], cells


def rewritten(path, change):
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            if (new := change(name, content)) is not None:
                archive.writestr(name, new)
    return path


def added(path, name, content):
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def refusal(path, fields=None):
    with pytest.raises(errors.TemplateRefused) as caught:
        filled(path, fields or {}, title="Surat")
    return caught.value.fields["problem"]


def test_fields_repeated_rows_and_left_out_parts_are_filled(tmp_path):
    path = template(
        tmp_path,
        "Nomor: {{ nomor }}",
        "{%p if catatan %}",
        "Catatan: {{ catatan }}",
        "{%p endif %}",
        "{%p for each in acara %}",
        "{{ loop.index }}. {{ each.isi }}",
        "{%p endfor %}",
        table=(
            ("{%tr for each in tamu %}", ""),
            ("{{ each.nama }}", "{{ each.jabatan|upper }}"),
            ("{%tr endfor %}", ""),
        ),
    )
    fields = {
        "nomor": "005/12/2026",
        "catatan": None,
        "acara": [{"isi": "Pembukaan"}, {"isi": "Paparan"}],
        "tamu": [{"nama": "Siti", "jabatan": "kabid"}, {"nama": "Budi", "jabatan": "camat"}],
    }
    lines, cells = texts(filled(path, fields, title="Surat"))
    assert lines == ["Nomor: 005/12/2026", "1. Pembukaan", "2. Paparan"]
    assert cells == ["Siti", "KABID", "Budi", "CAMAT"]


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_comes_out_as_text(tmp_path, text):
    from pug_desktop.reports.plain_text import clean

    lines, _ = texts(filled(template(tmp_path, "[{{ isi }}]"), {"isi": text}, title=text))
    assert lines == [f"[{clean(text)}]"]


@pytest.mark.parametrize("text", ["{{ 7 * 7 }}", "{% for x in y %}", "{_{ a }_}", "<w:t>x</w:t>", "]]>&amp;", "a\nb"])
def test_what_looks_like_a_command_in_a_text_is_text(tmp_path, text):
    lines, _ = texts(filled(template(tmp_path, "[{{ isi }}]"), {"isi": text}, title="x"))
    assert lines == [f"[{text}]"]


def test_a_picture_stands_in_the_document(tmp_path):
    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (40, 20), "white").save(data, "PNG")
    made = filled(template(tmp_path, "{{ logo }}"), {"logo": Picture(data.getvalue(), 20)}, title="x")
    assert len(docx.Document(io.BytesIO(made)).inline_shapes) == 1
    assert "gambar" in refusal(template(tmp_path, "{{ logo }}"), {"logo": Picture(b"GIF?", 20)})


def test_the_head_and_foot_of_the_page_are_filled_too(tmp_path):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ kop }}"
    document.sections[0].footer.paragraphs[0].text = "{{ kop|lower }}"
    document.save(tmp_path / "t.docx")
    section = docx.Document(io.BytesIO(filled(tmp_path / "t.docx", {"kop": "BAPPEDA"}, title="x"))).sections[0]
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == ("BAPPEDA", "bappeda")


def test_an_unknown_field_is_named(tmp_path):
    assert "“nomr” tidak dikenal" in refusal(template(tmp_path, "{{ nomr }}"), {"nomor": "1"})
    lines = ("{%p for each in tamu %}", "{{ each.nam }}", "{%p endfor %}")
    assert "“nam” tidak dikenal" in refusal(template(tmp_path, *lines), {"tamu": [{"nama": "Siti"}]})
    assert "“tamuu” tidak dikenal" in refusal(template(tmp_path, "{% for each in tamuu %}x{% endfor %}"))


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__ }}",
        "{{ isi.__class__.__mro__ }}",
        "{{ isi['__class__'] }}",
        "{{ isi.upper() }}",
        "{{ range(10) }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 2 ** 100000000 }}",
        "{{ [1, 2, 3] }}",
        "{{ isi|attr('__class__') }}",
        "{{ isi|safe }}",
        "{{ isi|format }}",
        "{% set isi = 1 %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% macro m() %}{% endmacro %}",
        "{% autoescape false %}{{ isi }}{% endautoescape %}",
        "{% for a in tamu recursive %}{% endfor %}",
    ],
)
def test_a_template_can_do_nothing_but_place_what_it_is_given(tmp_path, line):
    problem = refusal(template(tmp_path, line), {"isi": "teks", "tamu": [{}]})
    assert "tidak diizinkan" in problem or "belum lengkap" in problem


def test_no_attribute_of_python_is_reached(tmp_path):
    for line in (
        "{{ tamu.append }}",
        "{{ isi.format }}",
        "{{ satu.items }}",
        "{% for a in tamu %}{{ loop.cycle }}{% endfor %}",
    ):
        assert "tidak dikenal" in refusal(template(tmp_path, line), {"isi": "x", "tamu": [{}], "satu": {"a": 1}})


def test_braces_that_are_not_closed_are_told(tmp_path):
    assert "belum lengkap" in refusal(template(tmp_path, "{% if isi %} tanpa akhir"), {"isi": "x"})
    assert "belum lengkap" in refusal(template(tmp_path, "{{ isi "), {"isi": "x"})


def test_the_work_of_a_template_is_bounded(tmp_path, monkeypatch):
    fields = {"tamu": [{"nama": "x" * 100}] * 300}
    deep = "{% for a in tamu %}{% for b in tamu %}{% for c in tamu %}x{% endfor %}{% endfor %}{% endfor %}"
    assert "terlalu dalam" in refusal(template(tmp_path, deep), fields)
    monkeypatch.setattr(docx_engine, "MOST_TEXT", 100_000)
    wide = "{% for a in tamu %}{% for b in tamu %}{{ b.nama }}{% endfor %}{% endfor %}"
    assert "terlalu besar" in refusal(template(tmp_path, wide), fields)


def test_a_file_that_is_no_word_document_is_refused_in_one_sentence(tmp_path):
    path = tmp_path / "x.docx"
    for content, words in (
        (b"", "bukan berkas Word"),
        (b"%PDF-1.7", "bukan berkas Word"),
        (b"PK\x03\x04 dan rusak", "rusak"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "kata sandi"),
        (b"x" * (docx_gate.MOST_BYTES + 1), "terlalu besar"),
    ):
        path.write_bytes(content)
        assert words in refusal(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    assert "bukan berkas Word" in refusal(path)
    with pytest.raises(errors.FileUnreadable):
        filled(tmp_path / "tidak-ada.docx", {}, title="x")


def test_macros_and_embedded_files_are_refused(tmp_path):
    for name in ("word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/activeX1.xml"):
        assert "makro" in refusal(added(template(tmp_path, "x"), name, b"<a/>"))

    def as_macro(name, content):
        plain = b"wordprocessingml.document.main+xml"
        return content.replace(plain, plain.replace(b"wordprocessingml.", b"macroEnabled.")) if "[" in name else content

    assert "makro" in refusal(rewritten(template(tmp_path, "x"), as_macro))


def test_bombs_are_counted_before_they_are_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(docx_gate, "SMALL", 1000)
    assert "terlalu besar" in refusal(added(template(tmp_path, "x"), "word/media/a.png", b"\0" * 3_000_000))
    monkeypatch.setattr(docx_gate, "MOST_INFLATED", 50_000)
    assert "terlalu besar" in refusal(added(template(tmp_path, "x"), "word/media/a.png", b"ab" * 30_000))
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    monkeypatch.undo()
    assert "tidak wajar" in refusal(added(template(tmp_path, "x"), "word/x.xml", entity))
    assert "rusak" in refusal(
        rewritten(template(tmp_path, "x"), lambda n, c: c[:-9] if n == "word/document.xml" else c)
    )
    many = template(tmp_path, "x")
    with zipfile.ZipFile(many, "a") as archive:
        for number in range(docx_gate.MOST_ENTRIES):
            archive.writestr(f"word/media/{number}.txt", b"")
    assert "terlalu besar" in refusal(many)


def test_nothing_is_fetched_from_elsewhere(tmp_path):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

    def linked(what):
        link = f'<Relationship Id="r99" Type="{kind}{what}" Target="http://x.example/a" TargetMode="External"/>'
        return lambda name, content: (
            content.replace(b"</Relationships>", link.encode() + b"</Relationships>")
            if name == "word/_rels/document.xml.rels"
            else content
        )

    assert "berkas lain" in refusal(rewritten(template(tmp_path, "x"), linked("image")))
    made = filled(rewritten(template(tmp_path, "x"), linked("attachedTemplate")), {}, title="x")
    assert b"x.example" not in b"".join(
        zipfile.ZipFile(io.BytesIO(made)).read(n) for n in zipfile.ZipFile(io.BytesIO(made)).namelist()
    )
    assert filled(rewritten(template(tmp_path, "x"), linked("hyperlink")), {}, title="x")


@pytest.mark.parametrize(
    "link",
    [
        '<Relationship Id="r99" Type="{}" Target="http://x.example/?a>b" TargetMode="External"/>',
        '<Relationship Id="r99" Type="{}" Target="http://x.example/" TargetMode="&#69;xternal"/>',
        '<Relationship Id="r99" Type="{}" Target="http://x.example/" TargetMode="external"></Relationship>',
    ],
)
def test_a_link_elsewhere_is_found_however_it_is_written(tmp_path, link):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"

    def linked(name, content):
        new = link.format(kind).encode() + b"</Relationships>"
        return content.replace(b"</Relationships>", new) if name == "word/_rels/document.xml.rels" else content

    assert "berkas lain" in refusal(rewritten(template(tmp_path, "x"), linked))


@pytest.mark.parametrize(
    ("pieces", "refused"),
    [
        ((" DDEAUTO cmd x",), True),
        ((" INCLUDE", 'PICTURE "http://x.example/a.png"'), True),
        ((' HYPERLINK "http://x.example/link/import"',), False),
        ((" PAGE ",), False),
    ],
)
def test_a_field_that_takes_something_from_elsewhere_is_refused(tmp_path, pieces, refused):
    runs = "".join(f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in pieces)
    field = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    def with_field(name, content):
        return content.replace(b"</w:p>", field.encode() + b"</w:p>", 1) if name == "word/document.xml" else content

    path = rewritten(template(tmp_path, "x"), with_field)
    if refused:
        assert "berkas lain" in refusal(path)
    else:
        assert filled(path, {}, title="x")


def test_a_refused_template_writes_nothing(tmp_path):
    out = tmp_path / "surat.docx"
    with pytest.raises(errors.TemplateRefused):
        write_from_template(out, template(tmp_path, "{{ salah }}"), {}, title="x")
    assert not out.exists()
    write_from_template(out, template(tmp_path, "{{ benar }}"), {"benar": "ya"}, title="x")
    assert texts(out.read_bytes())[0] == ["ya"]


PIECES = (
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        "{%p",
        "{%tr",
        "{%tc",
        "{%r",
        "{{r",
        "{#",
        "#}",
        "-%}",
        "{%-",
        "{_{",
        "%_}",
        "|",
        ".",
        "(",
        ")",
    ),
    *(
        " isi ",
        " tamu ",
        " each ",
        " for ",
        " in ",
        " if ",
        " endif ",
        " endfor ",
        " else ",
        " colspan 3 ",
        " cellbg 'x' ",
    ),
    *(
        " vm ",
        " hm ",
        " set a = 1 ",
        " x[0] ",
        " loop.index ",
        "|upper",
        "|join(',')",
        "|length",
        "'",
        '"',
        "<",
        "&",
        "]]>",
        "\t",
    ),
)


def said(path, fields):
    """Why a template was refused; of one that was filled, that it can be read."""
    try:
        texts(filled(path, fields, title="x"))
    except errors.TemplateRefused as refused:
        return refused.fields["problem"]
    return "terisi / filled"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("templat")


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), min_size=1, max_size=5))
def test_whatever_stands_in_a_template_it_is_filled_or_refused_in_one_sentence(folder, lines):
    fields = {"isi": "teks", "tamu": [{"nama": "Siti"}, {"nama": "Budi"}]}
    path = template(folder, *lines, table=([*lines[:1], "{{ isi }}"],))
    assert " / " in said(path, fields)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_template_is_filled_or_refused(folder, data):
    whole = bytearray(template(folder, "{{ isi }}", name="utuh.docx").read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = folder / "rusak.docx"
    path.write_bytes(whole[: data.draw(st.integers(len(whole) // 2, len(whole)))])
    assert " / " in said(path, {"isi": "teks"})
