"""What a question costs to import: nothing of Slack, migrations or tests; and `python -m bot`."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
HEAVY = {
    *("slack_bolt", "slack_sdk", "aiohttp", "sqlmodel", "alembic", "rich", "psycopg"),
    *("matplotlib", "numpy", "hypothesis", "pytest"),
}
LOOK = """
import sys
from bot.cli import main
sys.argv = ["muster", *sys.argv[1:]]
try:
    main()
except SystemExit:
    print("modules:", *sys.modules)
"""


def run(url: str, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of this project in a process of its own, without a word about Slack."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}
    told = {**kept, "PYTHONPATH": str(ROOT), "DATABASE_URL": url}
    return subprocess.run(
        [sys.executable, *command], env=told, capture_output=True, text=True, check=True
    )


def modules(url: str, *args: str) -> set[str]:
    """Give the modules that a command of muster has imported by its end."""
    return set(run(url, "-c", LOOK, *args).stdout.partition("modules:")[2].split())


def test_a_question_imports_nothing_heavy(reports_sqlite_url: str) -> None:
    loaded = modules(reports_sqlite_url, "ask", "agency rate in Assessment")
    assert "bot.answer.answer" in loaded
    assert HEAVY & loaded == set()


def test_looking_finds_what_is_heavy(reports_sqlite_url: str) -> None:
    """Without tokens `serve` says so and ends, with all imported but what draws pictures."""
    loaded = modules(reports_sqlite_url, "serve")
    assert {"slack_bolt", "aiohttp", "alembic", "bot.drawing"} <= loaded
    assert "matplotlib" not in loaded


def test_the_module_is_the_command(reports_sqlite_url: str) -> None:
    question = "agency rate for social workers in Assessment"
    ended = run(reports_sqlite_url, "-m", "bot", "ask", "--on", "2024-06-11", question)
    assert ended.stdout.startswith("Agency rate, social workers, Assessment (Devon): 69%")
    assert ended.stderr == ""
