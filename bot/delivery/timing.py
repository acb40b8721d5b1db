"""How long things may take, in seconds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """A call to Slack, all calls of one post, a lease, and the looks at what was left behind.

    After `busy` it is shown that an answer is being worked out; before, it would only flicker. A
    file may take `transfer` on its way. Every `tick` it is seen which digests are due, and `pace`
    lies between two of them: Slack takes several hundred posts a minute of a workspace.

    A lease outlives the calls made under it: when it has run out, nothing is on its way any more.
    """

    call: float = 10
    send: float = 20
    lease: float = 30
    look: float = 1
    drain: float = 7
    busy: float = 0.5
    trying: float = 900
    transfer: float = 120
    tick: float = 30
    pace: float = 0.2

    def __post_init__(self) -> None:
        """Refuse a lease that a post may outlive."""
        if not self.call <= self.send < self.lease:
            raise ValueError("a lease is longer than sending takes")
