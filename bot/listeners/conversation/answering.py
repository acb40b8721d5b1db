"""What follows from anything that somebody does in Slack."""

from dataclasses import replace

from bot.delivery import Clock
from bot.delivery.asked import ADMIN, Asked, Did
from bot.delivery.outgoing import Reply
from bot.delivery.sending.people import People
from bot.listeners.admin.administering import Administering
from bot.listeners.conversation.access.admission import out_of_hearing, turn_away
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.opening import open_home, open_messages
from bot.listeners.conversation.presses import press
from bot.listeners.conversation.questions import answer_question
from bot.listeners.conversation.readings.leads import Leads
from bot.listeners.following.changing import save
from bot.pipeline import Muster
from db.session import Engine

_DID = {
    Did.ASKED: answer_question,
    Did.PRESSED: press,
    Did.RESCHEDULED: save,
    Did.OPENED_MESSAGES: open_messages,
}


class Answering:
    """Works out replies, in any thread but the event loop's.

    `said` is an engine that reads what was said before; `people` asks Slack who somebody is, and
    `administering` does what admins ask for.
    """

    def __init__(
        self,
        muster: Muster,
        said: Engine,
        clock: Clock,
        people: People,
        administering: Administering,
    ) -> None:
        self._context = Context(muster, said, clock, people)
        self._administering = administering
        self._within: dict[str, Context] = {}

    def answer(self, asked: Asked) -> Reply:
        """All that follows from one delivery, in the light of what its workspace has loaded."""
        context = self._context_of(asked.team)
        if asked.did in ADMIN:
            return self._administering.answer(context, asked)
        turned_away = turn_away(context, asked)
        if turned_away is not None:
            return turned_away
        if asked.did is Did.OPENED_HOME:
            return open_home(context, asked, self._administering.home(context, asked))
        return _DID[asked.did](context, out_of_hearing(context, asked))

    def _context_of(self, team: str) -> Context:
        if team not in self._within:
            muster = self._context.muster.within(team)
            self._within[team] = replace(self._context, muster=muster, leads=Leads())
        return self._within[team]
