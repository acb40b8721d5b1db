"""That what a report says twice is one figure, printed in two places."""

from tests.seed.reports.shared import bundled

# What makes two statements two figures, but for the period: a table of months says "March 2024"
# where another says "31 March 2024".
SCOPE = ("organisation", "team", "role_group", "metric", "formula", "basis", "kind", "unit")


def test_a_repeat_is_of_the_same_thing() -> None:
    statements = bundled()
    repeats = [one for one in statements.values() if one["repeats"]]
    assert len(repeats) == 53
    for one in repeats:
        first = statements[one["repeats"]]
        assert [one[field] for field in SCOPE] == [first[field] for field in SCOPE], one.where
        assert one["period_end"] == first["period_end"], one.where


def test_a_repeat_gives_the_same_number_or_the_same_rounded() -> None:
    statements = bundled()
    for one in statements.values():
        if one["repeats"]:
            rounded = round(float(statements[one["repeats"]]["value"]), _decimals(one["value"]))
            assert float(one["value"]) == rounded, one.where


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])
