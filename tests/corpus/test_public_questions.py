"""The shared public questions, graded by their own grader."""

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType

import pytest

from bot.pipeline import Muster
from tests.corpus.questions import ask, question_of

SHARED = Path(os.environ.get("MUSTER_SHARED") or Path(__file__).parents[3] / "shared")
QUESTIONS = SHARED / "questions" / "questions.jsonl"
GRADER = SHARED / "questions" / "score.py"

pytestmark = pytest.mark.skipif(
    not (QUESTIONS.is_file() and GRADER.is_file()),
    reason="the shared questions are not here: set MUSTER_SHARED to their folder",
)


@pytest.fixture(scope="module")
def score() -> ModuleType:
    """Give the grader of the questions."""
    spec = importlib.util.spec_from_file_location("score", GRADER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_public_question_is_graded_right(muster: Muster, score: ModuleType) -> None:
    grades = {
        fields["id"]: score.grade(fields, ask(muster, question_of(fields)))
        for fields in map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines())
    }

    assert len(grades) > 100
    assert {key: grade for key, grade in grades.items() if grade[0] != "right"} == {}
