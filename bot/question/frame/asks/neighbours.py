"""Who a council's statistical neighbours are."""

from bot.query.query import Against, Intent, Query
from bot.question.frame.mentions import Mentions
from bot.question.frame.slots.places import place_choices
from bot.question.lexicon import Lexicon


def neighbours_of(mentions: Mentions, lexicon: Lexicon, thread: Query | None) -> Query | None:
    """Read "who are Devon's statistical neighbours", and "who are they" after a comparison."""
    if mentions.unknown or mentions.metrics or mentions.weak_metrics or not _asks_who(mentions):
        return None
    named = place_choices(mentions, lexicon, compared=True)
    follows = thread is not None and _is_on_neighbours(thread)
    asked = mentions.has("neighbours") or (follows and mentions.has("that") and not named)
    places = named or (thread.places if thread else ())
    return Query(Intent.NEIGHBOURS, places=places) if asked and places else None


def _asks_who(mentions: Mentions) -> bool:
    return mentions.has("who", "which", "each", "coverage", "what_is", "everything")


def _is_on_neighbours(thread: Query) -> bool:
    return thread.against is Against.NEIGHBOURS or thread.intent is Intent.NEIGHBOURS
