"""Periods told by today, and from one moment to another: the period, then what is read as it."""

from bot.query.period import (
    Ago,
    Day,
    FinancialYear,
    Future,
    Latest,
    Month,
    Past,
    Period,
    Previous,
    Quarter,
    Since,
    Span,
    This,
    Undated,
    Unit,
    Until,
    Within,
    Year,
)

# fmt: off
TOLD_BY_TODAY: list[tuple[Period, str]] = [
    (Latest(), """
        latest; the latest; now; right now; currently; current; today; at the moment;
        at this moment; at present; most recent; the most recent; to date; as of now; by now;
        the latest month; as of today; presently
    """),
    (This(Unit.YEAR), "this year; this yr; this years; in this year; this calendar year"),
    (This(Unit.FINANCIAL_YEAR), """
        this financial year; current financial year; this fy; the current fy;
        in the current financial year
    """),
    (This(Unit.MONTH), "this month; current month; month to date; mtd; in the current month"),
    (This(Unit.QUARTER), "this quarter; this qtr; quarter to date; qtd"),
    (This(Unit.WEEK), "this week"),
    (Previous(Unit.YEAR), """
        last year; previous year; last yr; last years; in last year; last calendar year;
        prior year; the previous year
    """),
    (Previous(Unit.FINANCIAL_YEAR), """
        last financial year; previous fy; last fy; prior fy; in the last financial year;
        the previous financial year
    """),
    (Previous(Unit.CENSUS_YEAR), "last census year"),
    (Previous(Unit.MONTH), "last month; previous month; last mth; end of last month; last months"),
    (Previous(Unit.QUARTER), "last quarter; the last quarter; last qtr; end of last quarter"),
    (Previous(Unit.WEEK), "last week; previous week; during last week"),
    (Previous(Unit.DAY), "yesterday; yesterdays"),
    (Previous(Unit.MONTH, 2), """
        the month before last; last month but one; last month but 1; month before last
    """),
    (Previous(Unit.YEAR, 2), "year before last; last year but one"),
    (Ago(Unit.YEAR), """
        a year ago; one year ago; 1 year ago; this time last year; a yr ago;
        this time 1 year ago; same month last year; same time last year; at this time last year;
        the same month last year; this time a year ago; this month last year;
        same period last year; the same point last year; for the same month last year
    """),
    (Ago(Unit.YEAR, 2), "two years ago; 2 years ago; a couple of years ago; 2 yrs ago"),
    (Ago(Unit.MONTH, 3), "3 months ago; three months ago; 3 mths ago"),
    (Ago(Unit.MONTH), "a month ago; this time last month"),
    (Past(Unit.MONTH, 6), """
        past 6 months; last six months; over the past 6 months; previous 6 months;
        in the last six months; the last 6 mths; last 6months; last 6-months
    """),
    (Past(Unit.MONTH, 12), """
        last 12 months; rolling 12 months; r12; 12 month rolling; past twelve months;
        a rolling 12 months; for the last 12 months
    """),
    (Past(Unit.YEAR, 1), """
        over the past year; past year; over the last year; in the past year; rolling year;
        in the last year; for the last year; during the last year; last 1 year
    """),
    (Past(Unit.YEAR, 2), "last two years; past 2 years; last couple of years; the last 2 yrs"),
    (Past(Unit.QUARTER, 4), "last 4 quarters; past four quarters; since the last four quarters"),
    (Within(Month(7), Previous(Unit.YEAR)), """
        july last year; july of last year; in july last year; last year july; july , last year;
        july ( last year ); july a year ago
    """),
    (Within(Month(5), Previous(Unit.YEAR)), "may last year; in may last year; may of last year"),
    (Within(Month(3), This(Unit.YEAR)), "march of this year; march this year; in march this year"),
    (Within(Month(7), This(Unit.YEAR)), "this july"),
    (Within(Month(7), Previous(Unit.FINANCIAL_YEAR)), "july of last financial year"),
    (Within(Month(7), Previous(Unit.YEAR, 2)), "july two years ago"),
    (Within(Day(31, 3), Previous(Unit.YEAR)), "31 march last year; end of march last year"),
    (Within(Month(2), Previous(Unit.YEAR)), "end of feb last year"),
    (Within(Quarter(2), Previous(Unit.YEAR)), "q2 last year; q2 of last year; last year q2"),
    (Within(Quarter(2), This(Unit.FINANCIAL_YEAR)), "q2 this financial year; q2 of the current fy"),
    (Undated(), "undated"),
]

LONGER: list[tuple[Period, str]] = [
    (Span(Month(7, 2023), Month(3, 2024)), """
        from jul 23 to mar 24; jul 23 to mar 24; july - march 2024; jul23-mar24;
        july to march 2024; july 23 - march 24; between july 23 and march 24;
        from july 2023 until march 2024; jul 23 -> mar 24; since jul 23 to mar 24;
        between jul 23 to mar 24; july 2023 through march 2024; from july 23 up to march 24;
        in july 2023 to march 2024; for the period jul 23 to mar 24; jul-mar 24;
        over july 23 to march 24; from last july to march 2024; from july to march 2023/24;
        the period from july 2023 to march 2024
    """),
    (Span(Month(3, 2019), Month(7, 2020)), "between march 2019 and july 2020"),
    (Span(Month(1, 2022), Month(9, 2022)), "jan-sept 22; january to september 2022; jan - sept 22"),
    (Span(Month(5, 2023), Month(6, 2023)), """
        between may and june 2023; may - june 2023; may/june 2023
    """),
    (Span(Month(1, 2024), Month(3, 2024)), "jan/feb/mar 2024; jan / feb / march 2024"),
    (Span(Month(1), Month(3)), "jan to march; from january to march; jan-mar; jan/mar"),
    (Span(Month(1), Month(2)), "jan / feb; jan/feb; between jan and feb; from jan to feb"),
    (Span(Month(3), Month(5)), "march to may; from march to may; march - may; mar-may"),
    (Span(Year(2017), Year(2018)), """
        2017 -> 2018; 2017 to 2018; between 2017 and 2018; 2017 - 2018
    """),
    (Span(Year(2017), Year(2020)), "2017-2020; from 2017 to 2020"),
    (Span(FinancialYear(2022), FinancialYear(2023)), """
        2022/23 to 2023/24; from 22/23 to 23/24; 2022/23-2023/24; between 22/23 and 23/24
    """),
    (Span(Quarter(1, 2023), Quarter(2, 2023)), "q1 to q2 2023/24; q1-q2 2023/24; q1/q2 2023/24"),
    (Span(Quarter(4, 2022), Quarter(2, 2023)), "q4 to q2 2023/24"),
    (Span(Day(1, 4, 2023), Day(31, 3, 2024)), """
        1 april 2023 to 31 march 2024; 1 april to 31 march 2024; from 01/04/2023 to 31/03/2024;
        01/04/2023-31/03/2024
    """),
    (Span(Day(1, 3, 2024), Day(15, 3, 2024)), """
        1 - 15 march 2024; from 1 to 15 march 2024; between 1 and 15 march 2024;
        1st to 15th march 2024
    """),
    (Span(Previous(Unit.YEAR), This(Unit.YEAR)), """
        last year to this year; from last year to this year
    """),
    (Span(Month(7, 2023), Latest()), """
        from july 2023 to now; between july 2023 and now; july 23 to the present;
        july 2023 until now; from july 2023 to present; jul 23 to today
    """),
    (Span(Month(4, 2023), Month(9, 2023)), "6 months to september 2023; last 6 months to sept 23"),
    (Span(Month(1, 2024), Month(3, 2024)), "last 3 months of 2023/24; last 3 months of q4 2023/24"),
    (Span(Month(4), Month(6)), "3 months to june; three months ending june"),
    (Span(Month(10, 2021), Month(9, 2023)), "last two years to september 2023"),
    (Span(Month(7), Within(Month(9), Previous(Unit.YEAR))), "july to september last year"),
    (Since(Month(7)), """
        since july; since last july; from july; july onwards; from july onwards; from july on;
        since july onwards
    """),
    (Since(Month(7, 2023)), """
        since jul 23; since july 2023; from july 23 onwards; since july 2023/24;
        july 2023 to date; from july 2023 to date; starting july 2023
    """),
    (Since(Month(9, 2023)), "sep 2023 to date; since sept 23"),
    (Since(Month(3)), "since march; since mar; from march"),
    (Since(Month(5)), "since may; from may"),
    (Since(Month(5, 2023)), "since may 2023; from may 2023 on; from may 23"),
    (Since(Within(Month(3), This(Unit.YEAR))), "since march of this year; since march this year"),
    (Since(Year(2019)), "since 2019; from 2019; 2019 to date; since the start of 2019"),
    (Since(This(Unit.FINANCIAL_YEAR)), """
        since the start of the financial year; since the beginning of this financial year
    """),
    (Since(This(Unit.YEAR)), "since the start of the year; since the start of this year"),
    (Since(Previous(Unit.YEAR)), "since last year; since the start of last year"),
    (Since(Day(31, 7, 2020)), "since the end of july 2020; since 31 july 2020; from 31/07/2020"),
    (Since(Ago(Unit.YEAR)), "since a year ago; since this time last year"),
    (Since(Day(1, 1, 2023)), "after 2022; from 1 january 2023"),
    (Since(Day(1, 4, 2024)), """
        after march 2024; after 2023/24; after 31 march 2024; after q4 2023/24
    """),
    (Since(This(Unit.MONTH)), "after last month; since this month"),
    (Since(Previous(Unit.MONTH)), "after the month before last; since last month"),
    (Until(Month(3, 2024)), """
        up to march 2024; until march 2024; by march 24; till march 2024; up until march 2024;
        upto march 2024; by mar24
    """),
    (Until(Month(12)), "until december; up to dec; by december; til december"),
    (Until(Month(5)), "until may; by may; up to may"),
    (Until(Day(31, 12, 2022)), """
        before 2023; until 31 december 2022; before january 2023; pre-2023
    """),
    (Until(Day(31, 3)), "by the end of march; up to the end of march; until end of march"),
    (Until(Previous(Unit.YEAR)), "before this year; up to last year"),
    (Until(Previous(Unit.YEAR, 2)), "before last year"),
    (Until(Latest()), "until now; up to now; before now"),
    (Until(Year(2027)), "by 2027; until 2027"),
]

AHEAD: list[tuple[Period, str]] = [
    (Future(), """
        next year; next month; next march; next quarter; next financial year; next fy;
        next july 2027; in the future; in future; next week; next 6 months;
        in the next 12 months; the coming year; by next year; until next march; march next year;
        q2 next year; in 6 months time; in a years time; next five years;
        from now to next march; since next year; since the start of next year;
        between this year and next year; end of next year; end of this year; in next march;
        after this year; after now; before next year; by the end of next month;
        in the coming months; upcoming quarter
    """),
]
# fmt: on
