"""Periods that are called by name: the period, then all that must be read as it."""

from bot.query.period import (
    CensusYear,
    Day,
    FinancialYear,
    Month,
    Period,
    Quarter,
    Year,
    YearEnding,
    YearToDate,
)

# fmt: off
DATES: list[tuple[Period, str]] = [
    (Day(31, 3, 2024), """
        31 march 2024; 31 march 24; 31st of march 2024; the 31st of march 2024; 31/03/2024;
        31/3/24; 31.3.24; 31-03-2024; 2024-03-31; march 31 2024; march 31st 2024;
        march 31st , 2024; 31 mar 24; 31 mar , 2024; 31mar24; 31mar2024; 31-mar-2024; 31-mar-24;
        31/mar/2024; as at 31 march 2024; as of 31st march 2024; at 31/03/2024;
        on 31 march 2024; end of march 2024; the end of march 2024; at the end of march 2024;
        end march 2024; at end march 24; end-march 2024; month end march 2024;
        month-end march 2024; march 2024 month end; as at month end march 24;
        the last day of march 2024; end of 2023/24; end of the 2023/24 financial year;
        year end 2023/24; 2023/24 year end; 31 march 2023/24; end of q4 2023/24;
        quarter end march 2024; 31 march , 2023/24
    """),
    (Day(31, 3), """
        31 march; 31st march; march 31; march 31st; march the 31st; 31/03; end of march;
        end march; at the end of march; month end march; march month end;
        end of the financial year; financial year end; end of fy; end of last financial year;
        the last day of march; end of q4
    """),
    (Day(31, 12), "end of last year; end of december; 31 dec; dec 31"),
    (Day(31, 12, 2023), "end of 2023; the end of 2023; at the end of 2023"),
    (Day(30, 9), "census date; end of q2; september 30; end of last census year"),
    (Day(30, 9, 2018), "census date 2018; 2018 census date; end of census year 2018"),
    (Day(31, 7, 2020), "at the end of july 2020; at end july 2020; end july 2020"),
    (Day(29, 2, 2024), "end of feb 2024; 29 feb 2024"),
    (Day(28, 2, 2023), "end of feb 23; the end of february 2023"),
    (Month(2), "end of feb; february; feb; in feb; end of february"),
    (Day(23, 7), "23 july; 23rd july; july 23rd; the 23rd of july; 23 jul; on the 23rd july"),
    (Day(5, 7), "5 july; july 5; 5th of july; on 5 july"),
    (Day(1, 4), """
        first of april; 1 april; on the first of april; start of april;
        start of the financial year; the first day of april; start of q1
    """),
    (Day(1, 4, 2023), "start of 2023/24; beginning of april 2023; 1 april 2023; 1/4/23"),
    (Day(1, 1, 2023), "start of 2023; the beginning of 2023; at the start of january 2023"),
    (Day(1, 1), "start of this year"),
    (Day(4, 3, 2024), "4 march 2024; 04 march 2024; 4/3/24; 04/03/2024"),
    (Day(23, 7, 2024), "july 23 2024; july 23rd 2024; 23 jul 24"),
]

MONTHS: list[tuple[Period, str]] = [
    (Month(7, 2023), """
        july 2023; jul 23; july 23; jul 2023; jul ' 23; jul '23; jul23; july2023; jul-23;
        jul - 23; jul/23; july-2023; july of 2023; july , 2023; 2023 july; 2023-07; 07/2023;
        7/2023; in july 2023; in jul 23; for july 2023; during july 2023;
        the month of july 2023; in the month of july 2023; last july 2023; july 2023/24;
        july of 2023/24; july fy24; july in 2023/24; july in 2023; as at july 2023;
        month ending july 2023; month to 31 july 2023
    """),
    (Month(3, 2024), """
        march 2024; march 24; mar 24; mar24; in march 2024; march 2023/24;
        last month of 2023/24; the last month of q4 2023/24; march '24
    """),
    (Month(5, 2023), "may 23; may 2023; in may 23; may23; may '23; 2023 may"),
    (Month(9, 2023), "sept 2023; sep 23; sept2023; sept 23; september 2023"),
    (Month(9, 2009), "sept 09; september 2009"),
    (Month(12, 1998), "dec 98"),
    (Month(7), "july; jul; in july; julys; last july; in the month of july; latest july"),
    (Month(1), "january; in january; jan; during january; for jan; over january"),
    (Month(3), "in march; at march; last march; of march; march; mar; for mar"),
    (Month(5), "may; in may; for may; of may; during may; last may; over may"),
    (Month(12), "dec; december; in dec; last dec"),
    (Month(10, 2022), "october census year 2023"),
]

QUARTERS: list[tuple[Period, str]] = [
    (Quarter(2, 2023), """
        q2 2023/24; q2 23/24; q2 2023-24; q2 of 2023/24; q2 fy24; q2 fy 23/24;
        second quarter of 2023/24; quarter 2 2023/24; 2023/24 q2; quarter 2 of 2023/24;
        q2 of the 2023/24 financial year; q2 financial year 2023/24; qtr 2 23/24; qtr2 23/24;
        in q2 2023/24; for q2 of 2023/24; q2-2023/24; q2 2023; q2-2023; q2 of 2023; 2023 q2;
        second quarter of 2023; q2 23; quarter ending september 2023; quarter to sept 23;
        quarter to 30 september 2023; q2 , 2023/24; q2 in 2023/24; q2 - 2023/24; q2 23-24;
        2nd quarter 2023/24
    """),
    (Quarter(4, 2023), """
        q4 2023/24; in the last quarter of 2023/24; the last quarter of 2023/24;
        last quarter 2023/24; quarter ending march 2024
    """),
    (Quarter(2), """
        q2; quarter 2; second quarter; for q2; in q2; qtr 2; the second quarter; current q2;
        last quarter q2; quarter to september
    """),
    (Quarter(1), "q1; first quarter; in the first quarter"),
    (Quarter(4), "q4; fourth quarter; quarter ending march"),
]

YEARS: list[tuple[Period, str]] = [
    (FinancialYear(2023), """
        2023/24; 23/24; 2023-24; 2023/2024; fy24; fy 24; fy2024; fy 2024; fy 2023/24; fy23/24;
        fy23-24; fy 23-24; fy2023-24; fy 2023-24; financial year 2023/24;
        2023/24 financial year; the 2023/24 financial year; financial year ending 2024;
        in 2023/24; for 23/24; year 2023/24; the year 2023/24; for the year 2023/24; 2023 - 24;
        2023 / 24; last financial year 23/24; last year 2023/24; during fy24;
        fiscal year 2023/24; 2023-2024; fy 23 - 24; fy ending 2024;
        in the financial year 2023/24
    """),
    (FinancialYear(2022), "2022/23; 22/23; 2022-23; fy23; fy 2022/23"),
    (FinancialYear(2019), "19/20; 2019/20; fy20"),
    (FinancialYear(2011), "2011/12; fy 11/12; fy12; 2011-12"),
    (FinancialYear(1999), "1999/00; 1999/2000; 99/00; fy00"),
    (Year(2018), """
        2018; in 2018; during 2018; for 2018; the year 2018; calendar year 2018;
        2018 calendar year; in the year 2018; as at 2018; year 2018; last year 2018; of 2018
    """),
    (Year(2000), "2000; in 2000"),
    (CensusYear(2018), """
        census 2018; census year 2018; 2018 census; 2018 census year; reporting year 2018;
        the 2018 census; in census year 2018; for the 2018 census
    """),
    (YearEnding(3, 2024), """
        year ending march 2024; year to march 2024; year ended march 24; yr to march 2024;
        year ending 31 march 2024; year to the end of march 2024; year to end march 24;
        12 months to march 2024; 12 months ending march 2024; twelve months to mar 24;
        last 12 months to march 2024; the 12 months to the end of march 2024; 12mths to mar 24;
        financial year ending march 2024; in the year to march 2024; past year to march 2024;
        rolling 12 months to march 2024; ye march 2024; y/e march 2024; fye march 2024;
        the year to 31/03/2024
    """),
    (YearEnding(9, 2023), "year to sept 23; yr to september 2023; 12 months ending sept 2023"),
    (YearEnding(7, 2020), "12 months to july 2020; 12 months to end july 2020"),
    (YearEnding(3), "year to march; year ending march; 12 months to march; year ending 31 march"),
    (YearEnding(2), "year to feb; year to 28 feb; year to end of february"),
    (YearToDate(), """
        year to date; ytd; yr to date; so far this year; this year so far; the year to date;
        year-to-date; financial year to date; fytd; so far this financial year;
        this year to date; for the year to date; fy to date
    """),
]
# fmt: on
