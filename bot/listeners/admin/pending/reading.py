"""What is pending, read with what was answered to it."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.loading.acts.single import figure_given, figure_said
from bot.loading.loads import Loader
from bot.loading.statements import Reading
from bot.loading.words import Wording
from db.admin import Pending
from db.vocabulary import Kind

KINDS = {"set": Kind.ACTUAL, "target": Kind.TARGET}
"""What a single figure is, by the act that sets it."""


def read_pending(loader: Loader, one: Pending) -> Reading:
    """Read it again.

    Raises:
        FileFaultsError: it is no file of figures, or holds data about single people.
        UnsaidError: the words of a single figure do not say all of it.
    """
    answers: Mapping[str, str] = json.loads(one.answers)
    if one.act in KINDS:
        return _figure(loader, one, loader.remembered(answers))
    with TemporaryDirectory() as folder:
        path = Path(folder) / one.file
        path.write_bytes(one.content)
        return loader.read(path, answers, one.council)


def _figure(loader: Loader, one: Pending, answers: Mapping[str, str]) -> Reading:
    given = json.loads(one.content)
    kind, wording = KINDS[one.act], Wording(loader.lexicon)
    if "said" in given:
        return figure_said(given["said"], kind, wording, answers, one.council)
    return figure_given(given, kind, wording, answers)
