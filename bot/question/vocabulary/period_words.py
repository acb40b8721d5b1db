"""Words of the period grammar, so that typing errors in them are put right first."""

PERIOD_WORDS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    day week month quarter year financial fiscal calendar census fy ytd annual
    last this previous past present latest current since until till before after between
    during ending ended ago early late mid start beginning end date onwards now today yesterday
    first second third fourth half next to from by in for of and as at
    """.split()
)
