"""Words that kept people from an answer: listed, learnt, ignored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.answer.dates import say_day
from bot.delivery.asked import Asked
from bot.delivery.outgoing import Form, Reply
from bot.listeners.admin.context import AdminContext, in_place, private_post, said
from bot.listeners.conversation.opening import open_home
from bot.listeners.words.learning import Learning, Waiting
from bot.loading.acts.meant import meant
from bot.reply.blocks import Block
from bot.reply.lines import Lines
from bot.reply.slack.admin.words import (
    Choice,
    Item,
    inbox_blocks,
    sure_buttons,
    undo_button,
    word_blocks,
)
from bot.teaching.blocking import noted
from bot.teaching.suggesting import called
from bot.teaching.trials import Trial
from db.words import State, Word

_SHOWN = 8
"""Words of a list, for a message holds some thirteen thousand characters."""

_ON_HOME = 5
_DIFFERENCES = 5


def unknown_words(admin: AdminContext, asked: Asked, _given: Mapping[str, str]) -> Reply:
    """List the words that wait, each with its choices."""
    return _listed(asked, items(_learning(admin, asked)), ())


def teach(admin: AdminContext, asked: Asked, given: Mapping[str, str]) -> Reply:
    """Let a word mean what an admin says in their own words."""
    learning = _learning(admin, asked)
    group = noted(given["phrase"])
    word = learning.word_spelled(group.spelling if group else given["phrase"])
    meaning = meant(given["meaning"], learning.loader.lexicon)
    return _learn(admin, asked, word, meaning, "")


def means(admin: AdminContext, asked: Asked, value: str) -> Reply:
    """Let a word mean what was pressed; the second time also where answers change."""
    word, _, rest = value.partition(" ")
    meaning, _, agreed = rest.partition(" ")
    found = _learning(admin, asked).word(word)
    return in_place(_learn(admin, asked, found, meaning, agreed), asked)


def none_of_these(admin: AdminContext, asked: Asked, value: str) -> Reply:
    """Suggest none of what was suggested again."""
    word, *meanings = value.split(" ")
    learning = _learning(admin, asked)
    found = learning.word(word)
    left = _without(items(learning), found, frozenset(meanings))
    line = f"“{found.written}” means none of these; they will not be suggested again."
    return _decided(admin, asked, learning.reject(found, meanings), left, line)


def ignore(admin: AdminContext, asked: Asked, word: str) -> Reply:
    """Let a word wait no more; it stays unknown."""
    return _settled(admin, asked, word, State.IGNORED, "is ignored; it stays unknown.")


def not_ours(admin: AdminContext, asked: Asked, word: str) -> Reply:
    """Let people be told that a word names nothing here."""
    told = "is not ours; whoever asks with it is told so."
    return _settled(admin, asked, word, State.NOT_OURS, told)


def reopen(admin: AdminContext, asked: Asked, word: str) -> Reply:
    """Let a word wait again; what it was taken for it no longer means."""
    learning = _learning(admin, asked)
    found = learning.word(word)
    told = said(asked, Lines((f"“{found.written}” is unknown again and waits.",)))
    return in_place(_both(told, learning.decide(found, State.OPEN)), asked)


def inbox(admin: AdminContext, asked: Asked) -> list[Block]:
    """The words that wait, as the Home tab shows them."""
    return inbox_blocks(items(_learning(admin, asked), _ON_HOME))


def items(learning: Learning, most: int = _SHOWN) -> list[Item]:
    """The words that wait, as they are shown."""
    return [_item(one) for one in learning.awaiting(most)]


def _learning(admin: AdminContext, asked: Asked) -> Learning:
    return Learning(admin.context, admin.loader(asked))


def _learn(admin: AdminContext, asked: Asked, word: Word, meaning: str, agreed: str) -> Reply:
    """Learn a word, or show first which answers would change."""
    learning = _learning(admin, asked)
    trial, name = learning.trial(word, meaning), called(meaning, learning.loader.lexicon)
    if trial.differences and trial.digest != agreed:
        lines = Lines(tuple(_differences(word, name, trial)))
        return said(asked, lines, sure_buttons(word.id, meaning, trial.digest))
    reply = learning.learn(word, meaning, trial)
    line = f"“{word.written}” now means {name}. Questions answered: {len(reply.posts)}."
    if is_on_home(asked):
        left = [one for one in items(learning) if one.id != word.id]
        return _both(_home(admin, asked, left, line), reply)
    return _both(said(asked, Lines((line,)), undo_button(word.id)), reply)


def _differences(word: Word, name: str, trial: Trial) -> Iterator[str]:
    found = trial.differences
    questions = "one known question" if len(found) == 1 else f"{len(found)} known questions"
    yield f"If “{word.written}” meant {name}, {questions} would be answered otherwise:"
    for one in found[:_DIFFERENCES]:
        yield f"• “{one.question}”. Now: {_first(one.before)} Then: {_first(one.after)}"
    if len(found) > _DIFFERENCES:
        yield f"… and {len(found) - _DIFFERENCES} more."


def _first(text: str) -> str:
    return text.partition("\n")[0]


def _settled(admin: AdminContext, asked: Asked, word: str, state: State, told: str) -> Reply:
    learning = _learning(admin, asked)
    found = learning.word(word)
    left = [one for one in items(learning) if one.id != found.id]
    decided = learning.decide(found, state)
    return _decided(admin, asked, decided, left, f"“{found.written}” {told}")


def _decided(
    admin: AdminContext, asked: Asked, decided: Reply, left: Sequence[Item], line: str
) -> Reply:
    """What was decided, over the words that are left, in place of the list or on the Home tab."""
    if is_on_home(asked):
        return _both(_home(admin, asked, left, line), decided)
    return in_place(_both(_listed(asked, left, (line,)), decided), asked)


def _home(admin: AdminContext, asked: Asked, left: Sequence[Item], line: str) -> Reply:
    """The Home tab as it is once that is done."""
    more = admin.home(admin, asked, inbox_blocks(left, line))
    return open_home(admin.context, asked, more)


def is_on_home(asked: Asked) -> bool:
    """Whether it was pressed on the Home tab, where there is no conversation to answer in."""
    return asked.channel == asked.person and not asked.response_url


def _both(told: Reply, decided: Reply) -> Reply:
    return Reply((*told.posts, *decided.posts), (*told.writes, *decided.writes))


def _without(found: Sequence[Item], word: Word, rejected: frozenset[str]) -> list[Item]:
    """The words that wait, one of them without what it does not mean."""
    return [
        one._replace(choices=[two for two in one.choices if two.means not in rejected])
        if one.id == word.id
        else one
        for one in found
    ]


def _listed(asked: Asked, found: Sequence[Item], before: Sequence[str]) -> Reply:
    title = "Words that kept people from an answer:" if found else "No word waits."
    lines = Lines((*before, title))
    post = private_post(asked, Lines((*lines.said, *(one.line for one in found))))
    forms = [Form(word_blocks(lines, found)), Form([])]
    return Reply((replace(post, forms=forms),))


def _item(one: Waiting) -> Item:
    choices = [Choice(*meaning) for meaning in one.meanings]
    return Item(one.word.id, one.word.written, _line(one.word), choices)


def _line(word: Word) -> str:
    answers = "an answer" if word.times == 1 else f"{word.times} answers"
    people = "one person" if word.people == 1 else f"{word.people} people"
    day = say_day(datetime.fromtimestamp(word.last_at, UTC).date())
    return f"“{word.written}” kept {people} from {answers}, last on {day}"
