"""Files that people bring, CSV or XLSX, as sheets of cells: opened only in a child process."""

from seed.grids.contain import read_workbook
from seed.grids.grid import Cell, Mark, Sheet, Workbook
from seed.grids.limits import Limits

__all__ = ["Cell", "Limits", "Mark", "Sheet", "Workbook", "read_workbook"]
