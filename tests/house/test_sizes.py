"""That functions, files and folders stay small enough to be read at a sitting."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.house.tree import ROOT, modules

LINES_OF_A_FUNCTION = 40
LINES_OF_A_FILE = 300
MODULES_OF_A_FOLDER = 9

Function = ast.FunctionDef | ast.AsyncFunctionDef


def long_functions(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LINES_OF_A_FUNCTION:
                    yield f"{path}, line {node.lineno}: {node.name} has {length} lines"


def long_files(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > LINES_OF_A_FILE:
            yield f"{path} has {length} lines"


def full_folders(paths: Iterable[Path]) -> Iterator[str]:
    for folder, count in Counter(path.parent for path in paths).items():
        if count > MODULES_OF_A_FOLDER:
            yield f"{folder} has {count} modules"


def test_the_whole_house_is_looked_at() -> None:
    looked_at = {path.relative_to(ROOT).parts[0] for path in modules()}
    assert looked_at == {"bot", "db", "seed", "tests"}
    assert Path(__file__) in modules()


def test_no_function_is_long() -> None:
    assert list(long_functions(modules())) == []


def test_no_file_is_long() -> None:
    assert list(long_files(modules())) == []


def test_no_folder_is_full() -> None:
    assert list(full_folders(modules())) == []


def planted(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_function_of_one_line_too_many_is_found(tmp_path: Path) -> None:
    body = "    pass\n" * LINES_OF_A_FUNCTION
    just = planted(tmp_path, "just.py", "def f():\n" + body.removesuffix("    pass\n"))
    long = planted(tmp_path, "long.py", "class A:\n async def f(self):\n" + body)
    assert list(long_functions([just, long])) == [f"{long}, line 2: f has 41 lines"]


def test_a_file_of_one_line_too_many_is_found(tmp_path: Path) -> None:
    just = planted(tmp_path, "just.py", "pass\n" * LINES_OF_A_FILE)
    long = planted(tmp_path, "long.py", "pass\n" * (LINES_OF_A_FILE + 1))
    assert list(long_files([just, long])) == [f"{long} has 301 lines"]


def test_a_folder_of_one_module_too_many_is_found_and_the_steps_are_let_be(tmp_path: Path) -> None:
    planted(tmp_path, ".gitignore", "__pycache__/\n*.db\n")
    for number in range(MODULES_OF_A_FOLDER + 1):
        for folder in ("bot", "db/migrations/versions", "bot/__pycache__", "elsewhere"):
            planted(tmp_path, f"{folder}/m{number}.py", "")
        planted(tmp_path, f"seed/m{number % 9}.py", "")
    assert list(full_folders(modules(tmp_path))) == [f"{tmp_path / 'bot'} has 10 modules"]
