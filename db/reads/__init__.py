"""What a question reads: named statements, made once, in plain tuples.

Each read sees the published rows and those of the scope's workspace, and sets no limits on the
viewer, which is the answer's to do. No read writes, locks or needs SQLModel.
"""

from db.reads.figures import (
    ObservationRow,
    RestatementRow,
    editions,
    observations,
    of_papers,
    restatements,
)
from db.reads.held import CoverageRow, SeriesRow, coverage, series, series_of_organisation
from db.reads.names import catalogue
from db.reads.neighbours import NeighbourRow, neighbours
from db.reads.state import ImportRow, content, generation, imports

__all__ = [
    "CoverageRow",
    "ImportRow",
    "NeighbourRow",
    "ObservationRow",
    "RestatementRow",
    "SeriesRow",
    "catalogue",
    "content",
    "coverage",
    "editions",
    "generation",
    "imports",
    "neighbours",
    "observations",
    "of_papers",
    "restatements",
    "series",
    "series_of_organisation",
]
