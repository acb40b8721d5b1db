"""Deciding about words: the same from Slack and from a terminal."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from bot.delivery.outgoing import Reply, Write
from bot.listeners.conversation.context import Context
from bot.listeners.words.again import DAYS, Learnt, replies_to
from bot.loading.acts.names import check_meaning, remove_alias
from bot.loading.loads import Loader
from bot.teaching.suggesting import Meaning, suggestions
from bot.teaching.trials import MOST_ASKED, Trial, accept, try_out
from db import words
from db.loads import audit
from db.scope import Scope
from db.session import writing
from db.words import State, Word

_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Waiting:
    """A word that nobody has decided on, and what it may mean."""

    word: Word
    meanings: Sequence[Meaning]


@dataclass(frozen=True)
class Learning:
    """Whoever decides, over what was said in their workspace.

    What is decided is given as a `Reply`, to be written down and sent in one transaction.
    """

    context: Context
    loader: Loader

    @property
    def scope(self) -> Scope:
        """Who decides, and in which workspace."""
        return self.loader.scope

    def awaiting(self, most: int) -> list[Waiting]:
        """The words that wait, those that blocked most answers first."""
        with self.context.said.connect() as conn:
            found = words.awaiting(conn, self.scope, most)
            return [
                Waiting(one, self._meanings(one, words.rejected(conn, self.scope, one.id)))
                for one in found
            ]

    def word(self, word_id: str) -> Word:
        """The word with an id.

        Raises:
            LookupError: there is none.
        """
        with self.context.said.connect() as conn:
            found = words.word(conn, self.scope, int(word_id)) if word_id.isdigit() else None
        if found is None:
            raise LookupError("that word is no longer there")
        return found

    def word_spelled(self, spelling: str) -> Word:
        """The word that is grouped by a spelling.

        Raises:
            LookupError: it has blocked no answer.
        """
        with self.context.said.connect() as conn:
            found = words.word_spelled(conn, self.scope, spelling)
        if found is None:
            raise LookupError(f"“{spelling}” has kept nobody from an answer")
        return found

    def trial(self, word: Word, means: str) -> Trial:
        """What would be answered otherwise if a word meant something.

        Raises:
            BadNameError: it would mean what is not known.
        """
        check_meaning(means, self.loader.lexicon.directory)
        with self.context.said.connect() as conn:
            said = words.answered(conn, self.scope, MOST_ASKED)
        with self.context.muster.reading() as (known, reader):
            return try_out(reader, known, said, word.written, means)

    def learn(self, word: Word, means: str, trial: Trial) -> Reply:
        """Let a word mean something from now on, and answer those who asked with it.

        Raises:
            BadNameError: it will not do as a name.
        """
        since = self.context.now - DAYS * _DAY
        with self.context.said.connect() as conn:
            asked = words.askers(conn, self.scope, word.id, since)
        learnt = Learnt(word, means, trial.known)
        with self.context.muster.reading() as (_, reader):
            found = replies_to(self.context, reader, self.scope.workspace, learnt, asked)
            replies = list(found)
        accept(self.loader, word.written, means, self.context.clock())
        return _together(replies, self._settled(word, State.ACCEPTED, means))

    def decide(self, word: Word, state: State) -> Reply:
        """Ignore a word, say that it is not ours, or let it wait again.

        One that was accepted is no name any more.

        Raises:
            LookupError: another has taken the name back already.
        """
        if word.state == State.ACCEPTED:
            remove_alias(self.loader, word.written.lower(), word.means, self.context.clock())
        else:
            self._log(word, word.state, state)
        return _together((), self._settled(word, state))

    def reject(self, word: Word, meanings: Sequence[str]) -> Reply:
        """Note what a word does not mean, so that it is not suggested again."""
        self._log(word, "", f"none of {', '.join(meanings)}")
        note = partial(words.reject, scope=self.scope, word_id=word.id, meanings=meanings)
        return Reply((), (note,))

    def _meanings(self, word: Word, rejected: frozenset[str]) -> Sequence[Meaning]:
        return suggestions(word.spelling, self.loader.lexicon, rejected)

    def _log(self, word: Word, before: str, after: str) -> None:
        """Write a line of the audit log; a name that is added or taken back writes its own."""
        told = self.loader.act(self.context.clock(), "word", word.written, before, after)
        with writing(self.loader.engine) as conn:
            audit(conn, self.scope.workspace, told)

    def _settled(self, word: Word, state: State, means: str = "") -> Write:
        now = self.context.now
        return partial(
            words.settle, scope=self.scope, word_id=word.id, state=state, now=now, means=means
        )


def _together(replies: Sequence[Reply], settled: Write) -> Reply:
    """Replies to several people as one, with what is decided."""
    posts = tuple(chain.from_iterable(one.posts for one in replies))
    writes = chain.from_iterable(one.writes for one in replies)
    return Reply(posts, (*writes, settled))
