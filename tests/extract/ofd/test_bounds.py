"""Damaged and hostile files: refused, or a problem of the page, and never anything else."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import read
from extract.ofd.package import Package
from extract.ofd.paths import subpaths
from extract.ofd.text import steps
from extract.readers.contract import FormatError
from extract.readers.kinds import OFD
from schemas.errors import UnreadableError
from tests.extract.ofd.made import XMLNS, Sheet, ofd, png
from tests.extract.ofd.test_ofd import notice, texts

PAGE = "Doc_0/Pages/Page_0/Content.xml"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f"<ofd:Page {XMLNS}><ofd:Content>&b;</ofd:Content></ofd:Page>"
)
OUTSIDE = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><ofd:Page {XMLNS}>&a;</ofd:Page>'


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"OFD.xml": "<x"}, "ofd-part-damaged"),
        ({"OFD.xml": f"<ofd:OFD {XMLNS}/>"}, "ofd-no-pages"),
        ({"Doc_0/Document.xml": f"<ofd:Document {XMLNS}/>"}, "ofd-no-pages"),
        ({"Doc_0/Document.xml": b"\x00"}, "ofd-part-damaged"),
        ({PAGE: ""}, "no-page"),
        ({PAGE: LAUGHS}, "no-page"),
        ({PAGE: OUTSIDE}, "no-page"),
        ({PAGE: "<a>" * 5000}, "no-page"),
    ],
)
def test_damage_is_refused(parts: dict[str, str | bytes], code: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(ofd(notice(), parts=parts), OFD)
    assert raised.value.reason.code == code


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE])
def test_declared_entities_are_refused(text: str) -> None:
    package = Package(ofd(notice(), parts={PAGE: text}))
    with pytest.raises(FormatError) as raised:
        package.xml(PAGE)
    assert raised.value.reason.code == "ofd-part-damaged"


def test_one_damaged_page_costs_no_other() -> None:
    document = read(ofd(Sheet(), notice(), parts={PAGE: "<x"}), OFD)
    assert [page.number for page in document.pages] == [2]
    assert [problem.place.page for problem in document.problems] == [1]


@pytest.mark.parametrize("location", ["../../../../etc/passwd", "/etc/passwd", "Pages/../../x", "C:\\x", ""])
def test_paths_stay_in_the_archive(location: str) -> None:
    root = (
        f'<ofd:Document {XMLNS}><ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="{location}"/>'
        "</ofd:Pages></ofd:Document>"
    )
    with pytest.raises(UnreadableError, match="missing"):
        read(ofd(notice(), parts={"Doc_0/Document.xml": root}), OFD)


@pytest.mark.parametrize(
    "location",
    ["Pages/Page_0/Content.xml", "/Doc_0/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml",
     "./pages/page_0/content.XML", "Pages\\Page_0\\Content.xml"],
)  # fmt: skip
def test_paths_as_writers_write_them(location: str) -> None:
    root = (
        f'<ofd:Document {XMLNS}><ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="{location}"/>'
        "</ofd:Pages></ofd:Document>"
    )
    assert texts(read(ofd(notice(), parts={"Doc_0/Document.xml": root}), OFD))[0] == "某省财政厅文件"


def test_a_template_that_is_missing_is_no_blank_form() -> None:
    page = notice()
    page.templates = [("7", "Background")]
    with pytest.raises(UnreadableError, match="missing"):
        read(ofd(page), OFD)


def test_a_unit_that_holds_itself_ends() -> None:
    me = '<ofd:CompositeObject ID="1" ResourceID="7" Boundary="0 0 9 9"/>'
    unit = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7">'
        f"<ofd:Content>{me * 5}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    page = notice()
    page.objects.append(me)
    assert texts(read(ofd(page, resources=unit), OFD))[0] == "某省财政厅文件"


def test_a_password_is_said() -> None:
    data = bytearray(ofd(notice()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        offset = archive.start_dir
    data[offset + 8] |= 1  # the first entry of the directory: OFD.xml
    with pytest.raises(UnreadableError) as raised:
        read(bytes(data), OFD)
    assert raised.value.reason.code == "zip-password"


@given(st.text(alphabet="g 0123456789.-xe", max_size=40), st.integers(0, 50))
def test_steps_are_as_many_as_characters_or_none(text: str, count: int) -> None:
    assert len(steps(text, count)) in {0, count}


@given(st.text(alphabet="MSLQBAC 0123.x", max_size=60))
def test_every_piece_of_a_path_has_two_points(data: str) -> None:
    assert all(len(part.points) > 1 for part in subpaths(data))


NUMBERS = st.sampled_from(
    ["0", "-1", "1e9", "nan", "", "x", "0 0 0 0", "1 0 0 1 0 0", "1e-9 0 0 1e-9 0 0", "g 5 2"]
)
NAMES = st.sampled_from(
    ["Boundary", "CTM", "Size", "HScale", "CharDirection", "Alpha", "LineWidth", "ResourceID"]
)


@given(
    st.lists(st.tuples(NAMES, NUMBERS), max_size=4, unique_by=lambda pair: pair[0]),
    st.sampled_from(["text", "path", "picture"]),
)
def test_no_attribute_breaks_a_page(pairs: list[tuple[str, str]], kind: str) -> None:
    more = dict(pairs)
    page = notice()
    before = len(page.objects)
    if kind == "text":
        page.text(30, 250, "甲", **more)
    elif kind == "path":
        page.path("M 0 0 L 9 9", **more)
    else:
        page.picture(150, 250, 20, 20, **more)
    names = [name for name in more if page.objects[-1].count(f" {name}=") > 1]
    for name in names:  # the attribute that the writer put there itself
        page.objects[-1] = page.objects[-1].replace(f" {name}=", f" was{name}=", 1)
    assert len(page.objects) == before + 1
    with suppress(UnreadableError):
        assert "某省财政厅文件" in texts(read(ofd(page, media={"9": png()}), OFD))
