from pathlib import Path

from seed.fingerprint import fingerprint
from seed.paths import CATALOGUE, REPORTS
from tests.seed.small import REPORT, Bundle


def test_the_same_files_have_the_same_fingerprint_wherever_they_are(
    bundle: Bundle, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    assert fingerprint(Bundle(copy).catalogue) == fingerprint(bundle.catalogue)


def test_a_change_of_any_file_changes_the_fingerprint(bundle: Bundle) -> None:
    before = fingerprint(bundle.catalogue)
    bundle.change(REPORT, "45% overall,reported", "45 % overall,reported")
    after = fingerprint(bundle.catalogue)
    bundle.change("metrics/agency.toml", "Appendix One", "Appendix 1")
    assert len({before, after, fingerprint(bundle.catalogue)}) == 3


def test_a_file_that_moves_changes_the_fingerprint(bundle: Bundle) -> None:
    before = fingerprint(bundle.catalogue)
    metrics = bundle.catalogue / "metrics"
    (metrics / "agency.toml").rename(metrics / "staffing.toml")
    assert fingerprint(bundle.catalogue) != before


def test_without_folders_it_is_that_of_the_bundled_files() -> None:
    assert fingerprint() == fingerprint(CATALOGUE, REPORTS)
