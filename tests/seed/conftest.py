from pathlib import Path

import pytest

from tests.seed.small import Bundle


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    """Give a small bundle without a fault."""
    folder = tmp_path / "bundle"
    folder.mkdir()
    return Bundle(folder)
