"""What follows from anything that somebody does in Slack."""

from bot.delivery import Clock
from bot.delivery.asked import Asked, Did
from bot.delivery.outgoing import Reply
from bot.delivery.sending.people import People
from bot.listeners.conversation.context import Context
from bot.listeners.conversation.opening import open_home, open_messages
from bot.listeners.conversation.presses import press
from bot.listeners.conversation.questions import answer_question, turn_away
from bot.pipeline import Muster
from db.session import Engine

_DID = {
    Did.ASKED: answer_question,
    Did.ASKED_FROM_OUTSIDE: turn_away,
    Did.PRESSED: press,
    Did.OPENED_HOME: open_home,
    Did.OPENED_MESSAGES: open_messages,
}


class Answering:
    """Works out replies, in any thread but the event loop's.

    `said` is an engine that reads what was said before; `people` asks Slack who somebody is.
    """

    def __init__(self, muster: Muster, said: Engine, clock: Clock, people: People) -> None:
        self._context = Context(muster, said, clock, people)

    def answer(self, asked: Asked) -> Reply:
        """All that follows from one delivery."""
        return _DID[asked.did](self._context, asked)
