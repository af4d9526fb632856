"""Photo lists as other programs make them, with portraits that are drawn here.

`python tests/photo_list_makers.py <folder>` makes the golden ones anew with what is installed:
Chromium, LibreOffice, ReportLab, WeasyPrint, fpdf2 and Qt. The tests read what lies in
`tests/photo_lists`, so they need none of these.
"""

import base64
import colorsys
import html
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).parent / "photo_lists"

PEOPLE = (
    ("Noor Jansen", "500101"),
    ("Milan van der Berg", "500102"),
    ("Jan-Willem van den Heuvel-Oosterhuis", "500103"),
    ("Yağmur Aydın", "500104"),
    ("Zoë de Vries", "500105"),
    ("Femke 't Hart", "500106"),
    ("Li Wei", "500107"),
    ("Maria del Carmen García López", "500108"),
    ("Soufiane el Amrani", "500109"),
    ("Bo", "500110"),
    ("Daniël Baptista", "500111"),
    ("Anne-Marie Oude Luttikhuis", "500112"),
)
COLUMNS = 4


def plain(name: str) -> str:
    """A name without the letters that the oldest fonts of PDF lack."""
    return name.replace("ğ", "g").replace("ı", "i")


def backwards(name: str) -> str:
    """ "Milan van der Berg" as "Berg, Milan van der"."""
    first, _, rest = name.rpartition(" ")
    return f"{rest}, {first}" if first else rest


def hue_of(place: int) -> float:
    """The colour behind a face: each its own."""
    return (place * 0.6180339) % 1


def portrait(place: int, *, size: tuple[int, int] = (120, 150)) -> Image.Image:
    """A drawn face on a ground that nobody else has."""
    ground = tuple(round(255 * c) for c in colorsys.hsv_to_rgb(hue_of(place), 0.65, 0.85))
    image = Image.new("RGB", size, ground)
    draw, (w, h) = ImageDraw.Draw(image), size
    draw.ellipse((w * 0.1, h * 0.75, w * 0.9, h * 1.3), fill=(60, 60, 80))
    draw.ellipse((w * 0.27, h * 0.22, w * 0.73, h * 0.72), fill=(235, 200, 170))
    draw.chord((w * 0.25, h * 0.16, w * 0.75, h * 0.6), 180, 360, fill=(70, 45, 30))
    for x in (0.4, 0.6):
        draw.ellipse((w * (x - 0.03), h * 0.45, w * (x + 0.03), h * 0.49), fill=(20, 20, 20))
    return image


def jpeg(image: Image.Image) -> bytes:
    held = BytesIO()
    image.save(held, "JPEG", quality=85)
    return held.getvalue()


def face_on(picture: bytes) -> int | None:
    """Which of the people's portraits a picture shows; None for none of them."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    w, h = image.size
    points = [image.getpixel((round(w * x), round(h * y))) for x, y in ((0.1, 0.3), (0.9, 0.3))]
    hues = [colorsys.rgb_to_hsv(*(c / 255 for c in point)) for point in points]
    if any(hue[1] < 0.4 for hue in hues) or 0.05 < abs(hues[0][0] - hues[1][0]) < 0.95:
        return None
    off = [min((d := abs(hues[0][0] - hue_of(n))), 1 - d) for n in range(len(PEOPLE))]
    return min(range(len(PEOPLE)), key=off.__getitem__) if min(off) < 0.03 else None


def _src(place: int, size: tuple[int, int] = (120, 150)) -> str:
    data = base64.b64encode(jpeg(portrait(place, size=size))).decode()
    return f"data:image/jpeg;base64,{data}"


_LOGO = base64.b64encode(jpeg(Image.new("RGB", (90, 30), (230, 230, 230)))).decode()


def grid_html(cell: Callable[[int], str], *, style: str = "", break_after: int = 0) -> str:
    """A page with a logo, a heading and a grid of cells."""
    rows, row = [], []
    for place in range(len(PEOPLE)):
        row.append(f"<td>{cell(place)}</td>")
        if len(row) == COLUMNS:
            rows.append("<tr>" + "".join(row) + "</tr>")
            row = []
        if break_after and place + 1 == break_after:
            rows.append("</table><p style='page-break-before:always'>Klas: CMV-1B</p><table>")
    return f"""<!doctype html><meta charset=utf-8><style>
      @page {{ size: A4; margin: 15mm }} body {{ font: 9pt sans-serif; margin: 0 }}
      td {{ vertical-align: top; width: 43mm; padding: 2mm }} img.face {{ width: 26mm; height: 32.5mm }}
      {style}</style><body><img src="data:image/jpeg;base64,{_LOGO}" width=90 height=30>
      <h2>Fotolijst</h2><p>Klas: CMV-1B</p><table>{"".join(rows)}</table>
      <p>Gemaakt op 1 september 2026</p></body>"""


def _face(place: int) -> str:
    return f'<img class=face src="{_src(place)}">'


def _name(place: int) -> str:
    return html.escape(PEOPLE[place][0])


def below(place: int) -> str:
    return f"{_face(place)}<br>{_name(place)}<br>{PEOPLE[place][1]}"


def above(place: int) -> str:
    return f"{PEOPLE[place][1]}<br><b>{_name(place)}</b><br>{_face(place)}"


def two_lines(place: int) -> str:
    first, _, rest = PEOPLE[place][0].partition(" ")
    return f"<div style='text-align:center'>{_face(place)}<br>{html.escape(first)}<br>{html.escape(rest)}</div>"


def round_cut(place: int) -> str:
    wide = f'<img src="{_src(place, (200, 150))}" style="width:26mm;height:26mm;object-fit:cover;border-radius:50%">'
    return f"<div style='text-align:center'>{wide}<div style='width:26mm;margin:auto'>{_name(place)}</div></div>"


def rows_html() -> str:
    """A row or two on each page: PDFium takes so few lines for upright text, a letter a line."""
    cards = "".join(f"<div>{_face(n)}<br>{_name(n)}</div>" for n in range(len(PEOPLE)))
    return f"""<!doctype html><meta charset=utf-8><style>@page {{ size: A4 landscape; margin: 10mm }}
      body {{ font: 10pt serif; display: flex; flex-wrap: wrap; gap: 6mm }}
      img {{ width: 26mm; height: 32mm }} div {{ width: 30mm; text-align: center; break-inside: avoid }}
      div:nth-child(8) {{ break-before: page }}</style>{cards}"""


def beside_html() -> str:
    rows = "".join(
        f"<tr><td>{_face(n)}</td><td><b>{_name(n)}</b><br>Studentnummer: {number}<br>"
        f"s{number}@school.nl<br>Geboortedatum: 1-2-2005</td></tr>"
        for n, (_, number) in enumerate(PEOPLE)
    )
    return f"""<!doctype html><meta charset=utf-8><style>@page {{ size:A4; margin:15mm }}
      body {{ font: 9pt sans-serif }} img.face {{ width:20mm;height:25mm }} tr {{ page-break-inside: avoid }}</style>
      <h2>Klas: CMV-1B</h2><table>{rows}</table>"""


# ---- the programs ----


def by_chromium(text: str, target: Path, *, has_heads: bool = False) -> None:
    with tempfile.TemporaryDirectory() as place:
        page = Path(place, "list.html")
        page.write_text(text, "utf-8")
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                *([] if has_heads else ["--no-pdf-header-footer"]),
                f"--user-data-dir={place}/p",
                f"--print-to-pdf={target}",
                str(page),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )


def by_libreoffice(text: str, target: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        page = Path(place, f"{target.stem}.html")
        page.write_text(text, "utf-8")
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation=file://{place}/p",
                "--infilter=HTML (StarWriter)",
                "--convert-to",
                "pdf:writer_pdf_Export",
                "--outdir",
                str(target.parent),
                str(page),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )


def by_weasyprint(text: str, target: Path) -> None:
    import weasyprint

    weasyprint.HTML(string=text).write_pdf(target)


def by_reportlab(target: Path, *, forms: bool = False, turned: bool = False) -> None:
    """Free places: names run on into their neighbour; as forms: each card is one, used by place."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(target), pagesize=A4)
    if turned:
        canvas.setPageRotation(90)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
    height = A4[0] if turned else A4[1]
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(40, height - 40, "Klas: CMV-1B")
    for place, (name, number) in enumerate(PEOPLE):
        column, row = place % 4, place // 4
        x, y = 40 + column * 125, height - 190 - row * 180
        if forms:
            canvas.beginForm(f"card{place}")
            canvas.saveState()
            canvas.drawImage(ImageReader(portrait(place)), 5, 30, 80, 100)
            canvas.setFont("Helvetica", 9)
            canvas.drawString(5, 20, plain(name))
            canvas.drawString(5, 9, number)
            canvas.restoreState()
            canvas.endForm()
            canvas.saveState()
            canvas.translate(x, y)
            canvas.doForm(f"card{place}")
            canvas.restoreState()
        else:
            canvas.drawImage(ImageReader(portrait(place)), x, y + 30, 80, 100)
            canvas.setFont("Helvetica", 9)
            canvas.drawString(x, y + 18, plain(name))
            canvas.drawString(x, y + 7, number)
    canvas.save()


def by_fpdf(target: Path) -> None:
    """Names above the photos, in the middle; one without a photo."""
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", size=9)
    pdf.text(15, 12, "Group: CMV-1B")
    for place, (name, _) in enumerate(PEOPLE):
        x, y = 15 + place % 3 * 62, 20 + place // 3 * 62
        pdf.set_xy(x, y)
        pdf.cell(45, 5, backwards(plain(name)), align="C")
        pdf.image(BytesIO(jpeg(portrait(place))), x + 4.5, y + 6, 36, 45)
    pdf.output(str(target))


def by_qt(target: Path) -> None:
    """Three columns, the name at the right of each photo."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QMarginsF, QRectF
    from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

    app = QGuiApplication.instance() or QGuiApplication([])
    writer = QPdfWriter(str(target))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(15, 15, 15, 15))
    writer.setResolution(300)
    painter = QPainter(writer)
    font = painter.font()
    font.setPointSize(8)
    painter.setFont(font)
    for place, (name, number) in enumerate(PEOPLE):
        x, y = place % 3 * 720, place // 3 * 500
        painter.drawImage(QRectF(x, y, 280, 350), QImage.fromData(jpeg(portrait(place))))
        box = QRectF(x + 300, y + 20, 390, 300)
        painter.drawText(box, 0x1000, f"{name}\n({number})")
    painter.end()
    del app


def as_scan(target: Path) -> None:
    """A page that went through a scanner: one picture."""
    page = Image.new("RGB", (1240, 1754), "white")
    for place in range(len(PEOPLE)):
        page.paste(portrait(place, size=(200, 250)), (80 + place % 4 * 280, 150 + place // 4 * 400))
    page.save(target, "PDF", resolution=150)


def locked(target: Path) -> None:
    """A list under a password."""
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica")
    pdf.cell(text="Noor Jansen")
    pdf.set_encryption(owner_password="a", user_password="b")  # noqa: S106 - nobody's
    pdf.output(str(target))


def make_all(folder: Path) -> None:
    """All golden photo lists."""
    folder.mkdir(parents=True, exist_ok=True)
    by_chromium(grid_html(below), folder / "chromium-below.pdf")
    by_chromium(
        grid_html(above, break_after=8), folder / "chromium-above-two-pages.pdf", has_heads=True
    )
    by_chromium(grid_html(two_lines), folder / "chromium-two-lines.pdf")
    by_chromium(grid_html(round_cut), folder / "chromium-round.pdf")
    by_chromium(rows_html(), folder / "chromium-few-lines.pdf")
    by_chromium(beside_html(), folder / "chromium-beside.pdf")
    by_libreoffice(grid_html(below), folder / "libreoffice-below.pdf")
    by_libreoffice(beside_html(), folder / "libreoffice-beside.pdf")
    by_libreoffice(grid_html(two_lines), folder / "libreoffice-two-lines.pdf")
    by_weasyprint(grid_html(above), folder / "weasyprint-above.pdf")
    by_weasyprint(grid_html(two_lines, break_after=4), folder / "weasyprint-two-pages.pdf")
    by_reportlab(folder / "reportlab-free.pdf")
    by_reportlab(folder / "reportlab-forms.pdf", forms=True)
    by_reportlab(folder / "reportlab-turned.pdf", turned=True)
    by_fpdf(folder / "fpdf-above.pdf")
    by_qt(folder / "qt-right.pdf")
    as_scan(folder / "scan.pdf")
    locked(folder / "locked.pdf_")


def main(words: Sequence[str]) -> None:
    make_all(Path(words[0]) if words else FOLDER)


if __name__ == "__main__":
    main(sys.argv[1:])
