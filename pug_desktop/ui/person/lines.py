"""One line of what is known of somebody."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pug_desktop.ui import parts


def fact_line(name: str, value: str, parent: QWidget) -> QLabel:
    """One fact under its name: never squeezed in height; what is too long for the card is in the tool tip."""
    made = parts.label(f"{name}: {value}", "small", parent, wrap=False)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    made.setToolTip(value)
    return made
