"""Where the bundled files stand."""

from pathlib import Path

CATALOGUE = Path(__file__).parent / "catalogue"
REPORTS = Path(__file__).parent / "reports"
