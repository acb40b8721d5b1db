"""What others notice of a load of very many figures: who asks, and who writes something else."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from time import perf_counter, sleep

from bot.cli.bench.timing import Timing
from bot.pipeline import EXAMPLES, Muster
from db.loads import choose
from db.session import Engine, engine_for, writing

_PAUSE = 0.02
_MICROSECONDS = 1_000_000
_PROGRAM = "bot.cli.bench.loading.large"


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """How long each question and each small write took, and the load's seconds and megabytes."""

    questions: Timing
    writes: Timing
    seconds: float
    megabytes: float


def meanwhile(url: str, count: int) -> Meanwhile:
    """Ask and write one after the other for as long as another process loads so many figures."""
    muster, engine = Muster(url), engine_for(url)
    muster.knowledge()
    _write(engine)
    command = (sys.executable, "-m", _PROGRAM, url, str(count))
    questions, writes, asked = [], [], cycle(EXAMPLES)
    with subprocess.Popen(command, stdout=subprocess.PIPE) as load:  # noqa: S603 - our own
        while load.poll() is None:
            questions.append(_timed(lambda: muster.ask(next(asked), date(2024, 6, 30))))
            writes.append(_timed(lambda: _write(engine)))
            sleep(_PAUSE)
        told = json.loads(load.stdout.read() if load.stdout else b"")
    muster.close()
    engine.dispose()
    return Meanwhile(Timing(tuple(questions)), Timing(tuple(writes)), **told)


def _timed(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * _MICROSECONDS


def _write(engine: Engine) -> None:
    """Change something small, as an admin does."""
    with writing(engine) as conn:
        choose(conn, "bench-other", {"bench": "yes"})
