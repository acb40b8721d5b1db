import pytest

from tests.seed.small import Bundle


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"status": "blank"}, "is blank but has the value -1.53"),
        ({"status": "not_available"}, "is not_available but has the value -1.53"),
        ({"value": ""}, "is reported but has no value"),
        ({"status": "zero"}, "is zero but has the value -1.53"),
        ({"value": "n/a"}, "value 'n/a' is no number"),
        ({"value": "nan"}, "value 'nan' is no number"),
        ({"numerator": "27 FTE"}, "numerator '27 FTE' is no number"),
        ({"denominator": "inf"}, "denominator 'inf' is no number"),
        ({"period_start": "31/03/2024"}, "period_start '31/03/2024' is no date"),
        ({"period_end": "2024-02-30"}, "period_end '2024-02-30' is no date"),
        ({"period_start": "2024-04-01"}, "ends on 2024-03-31, before it starts on 2024-04-01"),
    ],
)
def test_a_figure_that_contradicts_itself_is_told(
    bundle: Bundle, cells: dict[str, str], fault: str
) -> None:
    bundle.set_cells("D-2", **cells)
    assert bundle.faults() == [f"devon_2024.csv, line 3 (D-2): {fault}"]


def test_a_figure_that_is_there_twice_is_told(bundle: Bundle) -> None:
    bundle.set_cells("D-3", role_group="social_workers")
    (fault,) = bundle.faults()
    assert fault.startswith(
        "devon_2024.csv, line 4 (D-3): is the figure of devon_2024.csv, line 3 (D-2);"
    )


def test_a_qualifier_tells_two_figures_apart(bundle: Bundle) -> None:
    bundle.set_cells("D-3", role_group="social_workers", qualifier="after 6 months")
    assert bundle.faults() == []


def test_a_statement_that_repeats_none_is_told(bundle: Bundle) -> None:
    bundle.set_cells("D-5", repeats="D-9")
    assert bundle.faults() == [
        "devon_2024.csv, line 6 (D-5): repeats 'D-9', which is not there",
    ]


@pytest.mark.parametrize("repeats", ["D-2", "D-5"])
def test_a_statement_that_repeats_a_repeat_is_told_for_it_would_be_lost(
    bundle: Bundle, repeats: str
) -> None:
    bundle.set_cells("D-2", repeats="D-1")
    bundle.set_cells("D-5", repeats=repeats)
    told = f"devon_2024.csv, line 6 (D-5): repeats {repeats!r}, which is itself a repeat"
    assert told in bundle.faults()


def test_a_statement_that_repeats_a_figure_of_something_else_is_told(bundle: Bundle) -> None:
    bundle.set_cells("D-5", repeats="D-2")
    assert bundle.faults() == [
        "devon_2024.csv, line 6 (D-5): repeats 'D-2' but has another team",
        "devon_2024.csv, line 6 (D-5): repeats 'D-2' but has another metric",
    ]
