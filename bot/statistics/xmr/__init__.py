"""XmR charts as in NHS Making Data Count: limits, four rules, verdict, assurance.

Sources: Wheeler, Understanding Variation; Nelson 1982, Journal of Quality Technology 14(3); NHS
England, Making Data Count. Where tools differ, docs/statistics.md says what is done here and why.
"""

from bot.statistics.xmr.chart import Chart, Group, draw
from bot.statistics.xmr.limits import Limits
from bot.statistics.xmr.rules import Signal
from bot.statistics.xmr.series import Series, Settings
from bot.statistics.xmr.verdict import Assurance, Judgement, Latest, Verdict, is_enough, judge

__all__ = [
    "Assurance",
    "Chart",
    "Group",
    "Judgement",
    "Latest",
    "Limits",
    "Series",
    "Settings",
    "Signal",
    "Verdict",
    "draw",
    "is_enough",
    "judge",
]
