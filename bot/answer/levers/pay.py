"""What an hour costs by an agency and by a permanent contract, where both are published."""

from bot.answer.held.facts import Facts
from bot.answer.held.lines import lines_of
from bot.answer.held.periods import latest
from bot.answer.values import Figure, Pay

_AGENCY, _PERMANENT = "agency_social_workers", "permanent_social_workers"
_LEAST, _MOST = "hourly_pay_min", "hourly_pay_max"


def pay_at(organisation: str, facts: Facts) -> Pay | None:
    """The hourly pay that an organisation publishes for both; None where one is not held."""
    agency = _pay(_MOST, _AGENCY, organisation, facts)
    most = _pay(_MOST, _PERMANENT, organisation, facts)
    least = _pay(_LEAST, _PERMANENT, organisation, facts) or most
    return Pay(agency, least, most) if agency and least and most else None


def _pay(metric: str, role_group: str, organisation: str, facts: Facts) -> Figure | None:
    series = [
        one
        for one in facts.series([metric])
        if one.organisation == organisation and one.role_group == role_group
    ]
    figures = [one for line in lines_of(facts, series) for one in latest(line.figures)]
    return next((one for one in figures if one.value is not None), None)
