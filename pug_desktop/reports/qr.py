"""A QR code as a drawing that stands in a paper."""

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm


def qr_code(text: str, side_mm: float) -> Drawing:
    """The code of a text, as wide and high as told; a phone or a scanner reads it from paper that got dirty."""
    code = QrCodeWidget(text, barLevel="M", barBorder=2)
    left, bottom, right, top = code.getBounds()
    side = side_mm * mm
    drawing = Drawing(side, side, transform=[side / (right - left), 0, 0, side / (top - bottom), 0, 0])
    drawing.add(code)
    return drawing
