"""What every test gets: Qt off screen, no word of the developer's own profiles."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
