"""What is held as a file, which loads again without changing anything."""

from bot.loading.exports.layout import COLUMNS, is_export
from bot.loading.exports.reading import read_export
from bot.loading.exports.template import write_template
from bot.loading.exports.writing import write_csv, write_xlsx

__all__ = ["COLUMNS", "is_export", "read_export", "write_csv", "write_template", "write_xlsx"]
