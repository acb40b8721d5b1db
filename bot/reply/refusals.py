"""What is said where there is no figure to say: one line, and two things that can be asked."""

from collections.abc import Sequence

from bot.answer.values import NoFigures, Reason
from bot.query.query import Intent, NotUnderstood, Why

_MOST_WORDS = 4
_LONGEST_WORD = 30
_JOINTS = str.maketrans("", "", " '-")
"""What may stand between the letters of a word."""

_WHY = {
    Why.EMPTY: "Ask me about your workforce.",
    Why.TOO_LONG: "That is longer than I can read; please ask in a sentence or two.",
    Why.NO_METRIC: "I don't see which figure you mean.",
    Why.CLASH: "I don't hold figures that put those words together.",
    Why.OTHER_TOPIC: "I answer questions about workforce figures and nothing else.",
    Why.PERSON: "I give figures for teams and services, never about one person.",
    Why.COMMAND: "I only answer questions here; I change nothing.",
    Why.FORECAST: "I give figures that have been published, no forecasts.",
    Why.PART_LEFT_OUT: "I give figures as they were published; I can't leave a part out of one.",
    Why.REASON: "Figures can't say why; I can show how they moved.",
}


def refusal(reason: NotUnderstood, examples: Sequence[str]) -> str:
    """One line for a question that has no query in it."""
    said = _unknown(reason) if reason.why is Why.UNKNOWN_WORDS else _WHY[reason.why]
    return f"{said}{_examples(examples)}"


def _unknown(reason: NotUnderstood) -> str:
    """The words in the way: letters only, so that nothing typed is given back as fact."""
    said = [word[:_LONGEST_WORD] for word in reason.words if word.translate(_JOINTS).isalpha()]
    words = said[:_MOST_WORDS]
    if not words:
        return "I don't understand a number in that."
    quoted = ", ".join(f"\u201c{word}\u201d" for word in words)
    return f"I don't know {quoted} here, so I'd rather give no figure."


def nothing(result: NoFigures) -> str:
    """Why a question that was understood has no figure; each reason has its own words."""
    asked = result.understood
    if result.calculated:
        return f"Not published: {asked}."
    if result.reason is Reason.NO_VALUE and any(letter.isalpha() for letter in result.detail):
        return f"The report gives no figure for this, only \u201c{result.detail}\u201d: {asked}."
    symbol = f"\u201c{result.detail}\u201d"
    return {
        Reason.NOT_HELD: f"I don't hold that: {asked}.",
        Reason.BLANK: f"The report leaves this blank, which is not zero: {asked}.",
        Reason.NO_VALUE: f"The report names this without a figure: {asked}.",
        Reason.LOW: f"Above zero, but it rounds to zero and is printed as {symbol}: {asked}.",
        Reason.UNRELIABLE: f"Its source holds it for unreliable and prints {symbol}: {asked}.",
        Reason.NOT_AVAILABLE: f"Not available; its source prints {symbol}: {asked}.",
        Reason.NOT_APPLICABLE: f"It does not apply; its source prints {symbol}: {asked}.",
        Reason.TOO_FEW: f"Too few people, so the figure is kept back: {asked}.",
        Reason.NOT_IN_YET: f"Not in yet: {asked}. The latest held is {result.detail}.",
        Reason.ONLY_PARTS: f"No {result.detail} of these is published: {asked}.",
        Reason.NO_SUCH_TEAM: f"I know no such team: {result.detail}.",
    }[result.reason]


def greeting(intent: Intent, examples: Sequence[str]) -> str:
    """The answer to help and thanks."""
    if intent is Intent.THANKS:
        return "You're welcome."
    hello = "Hello. " if intent is Intent.GREETING else ""
    about = "I answer questions about workforce figures, each with its source."
    return f"{hello}{about}{_examples(examples)}"


def _examples(examples: Sequence[str]) -> str:
    if not examples:
        return ""
    return f" Try: {' or '.join(f'“{example}”' for example in examples)}."
