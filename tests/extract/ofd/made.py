"""A small writer of OFD files (GB/T 33190): lengths in millimetres, origin top left."""

import html
import io
import zipfile
from collections.abc import Sequence

from PIL import Image

XMLNS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
A4 = "0 0 210 297"


class Sheet:
    """Objects of one page (or template, or composite unit), in the order they are painted."""

    def __init__(self, box: str = A4) -> None:
        self.box = box
        self.objects: list[str] = []
        self.templates: list[tuple[str, str]] = []

    def text(self, x: float, y: float, text: str, size: float = 4, **attributes: str) -> "Sheet":
        """A line whose baseline begins at x, y: wide characters an em, narrow ones half of it."""
        steps = " ".join(f"{size if ord(c) > 0x2000 else size / 2:g}" for c in text[:-1])
        code = f'<ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{html.escape(text)}</ofd:TextCode>'
        return self.raw_text(x, y, code, size, **attributes)

    def raw_text(self, x: float, y: float, codes: str, size: float = 4, **attributes: str) -> "Sheet":
        more = "".join(f' {name}="{value}"' for name, value in attributes.items())
        self.objects.append(
            f'<ofd:TextObject ID="1" Font="2" Size="{size}" Boundary="{x} {y - size} 180 {1.3 * size}"{more}>'
            f"{codes}</ofd:TextObject>"
        )
        return self

    def path(self, data: str, box: str = A4, inner: str = "", **attributes: str) -> "Sheet":
        more = "".join(f' {name}="{value}"' for name, value in attributes.items())
        self.objects.append(
            f'<ofd:PathObject ID="1" Boundary="{box}"{more}>{inner}'
            f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        )
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> "Sheet":
        return self.path(f"M 0 0 L {x1 - x0} {y1 - y0}", f"{x0} {y0} {x1 - x0} {y1 - y0}", LineWidth="0.3")

    def picture(
        self, x: float, y: float, wide: float, high: float, number: str = "9", **attributes: str
    ) -> "Sheet":
        more = "".join(f' {name}="{value}"' for name, value in attributes.items())
        self.objects.append(
            f'<ofd:ImageObject ID="1" ResourceID="{number}" CTM="{wide} 0 0 {high} 0 0" '
            f'Boundary="{x} {y} {wide} {high}"{more}/>'
        )
        return self

    def table(
        self, x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]], high: float = 8
    ) -> "Sheet":
        """A grid with all its rules and a text in every cell."""
        edges = [x + sum(widths[:n]) for n in range(len(widths) + 1)]
        for n in range(len(rows) + 1):
            self.line(edges[0], y + n * high, edges[-1], y + n * high)
        for edge in edges:
            self.line(edge, y, edge, y + len(rows) * high)
        for n, row in enumerate(rows):
            for left, text in zip(edges, row, strict=False):
                if text:
                    self.text(left + 1, y + n * high + 5.5, text)
        return self

    def xml(self, name: str = "Page") -> str:
        templates = "".join(
            f'<ofd:Template TemplateID="{n}" ZOrder="{order}"/>' for n, order in self.templates
        )
        layer = f'<ofd:Layer ID="5">{"".join(self.objects)}</ofd:Layer>'
        return (
            f"<ofd:{name} {XMLNS}><ofd:Area><ofd:PhysicalBox>{self.box}</ofd:PhysicalBox></ofd:Area>"
            f"{templates}<ofd:Content>{layer}</ofd:Content></ofd:{name}>"
        )


def ofd(
    *pages: Sheet,
    templates: Sequence[Sheet] = (),
    media: dict[str, bytes] | None = None,
    resources: str = "",
    parts: dict[str, bytes | str] | None = None,
    document: str = "",
) -> bytes:
    """The file; `media` are pictures by their number, `parts` replace or add parts of the archive."""
    files = media or {}
    listed = "".join(
        f'<ofd:MultiMedia ID="{n}" Type="Image"><ofd:MediaFile>{n}.png</ofd:MediaFile></ofd:MultiMedia>'
        for n in files
    )
    found: dict[str, bytes | str] = {
        "OFD.xml": f'<ofd:OFD {XMLNS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": (
            f"<ofd:Document {XMLNS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>{A4}</ofd:PhysicalBox>"
            "</ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
            + "".join(f'<ofd:TemplatePage ID="{n}" BaseLoc="Tpls/{n}.xml"/>' for n in range(len(templates)))
            + "</ofd:CommonData><ofd:Pages>"
            + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
            + f"</ofd:Pages>{document}</ofd:Document>"
        ),
        "Doc_0/DocumentRes.xml": f'<ofd:Res {XMLNS} BaseLoc="Res"><ofd:MultiMedias>{listed}</ofd:MultiMedias>'
        f"{resources}</ofd:Res>",
        **{f"Doc_0/Pages/Page_{n}/Content.xml": page.xml() for n, page in enumerate(pages)},
        **{f"Doc_0/Tpls/{n}.xml": template.xml() for n, template in enumerate(templates)},
        **{f"Doc_0/Res/{n}.png": data for n, data in files.items()},
        **(parts or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return stream.getvalue()


def png(wide: int = 800, high: int = 1100, color: str = "white", mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Image.new(mode, (wide, high), color).save(stream, "PNG")
    return stream.getvalue()
