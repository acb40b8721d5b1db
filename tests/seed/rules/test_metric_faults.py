import pytest

from tests.seed.small import Bundle

FILE = "metrics/agency.toml"
BUDGET = "formula 'budget'"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('unit = "%"', 'unit = "percent"', "line 2: unit 'percent' is unknown"),
        ('"neutral"', '"sideways"', "line 35: direction 'sideways' is unknown"),
        ('"neutral"\nnature = "snapshot"', '"neutral"', "line 35: nature '' is unknown"),
        ('decimals = 1\ndefinition = "Posts', 'definition = "Posts', "line 35: decimals is no"),
        (
            'decimals = 1\ndefinition = "Posts',
            'decimals = 1\nsigned = 1\ndefinition = "Posts',
            "line 35: signed is neither true nor false",
        ),
        ('decimals = 1\ndefinition = "Posts', 'decimals = true\ndefinition = "Posts', "line 35"),
        ('["agency_fte"]', '["locum_fte"]', f"line 2: {BUDGET} is over the unknown metric 'locum"),
        ('[["budgeted_fte"]]', '[["budget"]]', f"line 2: {BUDGET} is over the unknown metric 'bud"),
        ('["agency_fte"]', '"agency_fte"', f"line 2: {BUDGET} has a part that is no list of"),
        ('[["budgeted_fte"]]', '["budgeted_fte"]', f"line 2: {BUDGET} has a part that is no list"),
        ('"Appendix One"', '""', f"line 2: {BUDGET} names no source"),
        ('population = "posts"\n', "", "line 2: a formula lacks population"),
        (
            '"FTE"\nnature = "snapshot"',
            '"FTE"\nnature = "rate"',
            f"line 2: {BUDGET} has the unknown",
        ),
        (
            'subject = "budget"',
            'subject = "agency"',
            "line 35: has the subject and facets of agency",
        ),
    ],
)
def test_a_fault_of_a_metric_is_told(bundle: Bundle, old: str, new: str, fault: str) -> None:
    bundle.change(FILE, old, new)
    (told,) = bundle.faults()
    assert told.startswith(f"agency.toml, {fault}")


def test_two_formulas_of_one_key_are_told(bundle: Bundle) -> None:
    text = "\n".join(bundle.text(FILE))
    formula = text[text.index("[[metric.formula]]") : text.index('[[metric]]\nkey = "agency_fte"')]
    bundle.change(FILE, formula, formula * 2)
    assert bundle.faults() == ["agency.toml, line 2: has two formulas 'budget'"]


def test_a_formula_whose_parts_are_not_stated_is_no_fault(bundle: Bundle) -> None:
    bundle.change(FILE, '["agency_fte"]', "[]")
    bundle.change(FILE, '[["budgeted_fte"]]', "[]")
    assert bundle.faults() == []
