"""What a process leaves behind that was killed while it loaded a file or took one back."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from db import migrate
from tests.loading.store.conftest import Office

KILLS = int(os.environ.get("MUSTER_KILLS", "10"))
SCRIPT = Path(__file__).parent / "killing.py"
ROOT = Path(migrate.__file__).parents[1]

BASE = ("Assessment,Jul 23,27", "MASH,Jul 23,3")
FILE = ("Assessment,Jul 23,28", "Assessment,Aug 23,29", "MASH,Sep 23,4")


@pytest.mark.parametrize("act", ["load", "undo"])
def test_all_is_as_before_or_as_after_a_kill_at_any_moment(
    office: Office, store_url: str, act: str
) -> None:
    office.load(*BASE, name="base.csv")
    file = office.rows(*FILE)
    if act == "undo":
        office.load(*FILE)
    office.engine.dispose()
    run = subprocess.run(
        [sys.executable, str(SCRIPT), act, str(KILLS), store_url, str(file)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert (found.get("partial", 0), found.get("unusable", 0)) == (0, 0)
    assert found["killed"] >= KILLS - 2
    assert found["before"] + found.get("after", 0) == KILLS
