"""The few errors a person may see; what they read is the docstring, worded once."""

import inspect


class MusterError(Exception):
    """Something went wrong that you can put right."""

    def __init__(self, detail: str = "") -> None:
        message = inspect.getdoc(type(self)) or ""
        super().__init__(f"{message} {detail}".strip())


class NoStoreError(MusterError):
    """There is no store at this address yet; run: muster prepare."""


class OldStoreError(MusterError):
    """The store was made by another version of Muster; run: muster prepare."""


class StoreError(MusterError):
    """The store cannot be opened; check DATABASE_URL."""


class BadCatalogueError(MusterError):
    """The bundled catalogue or a report has faults; muster check lists them."""


class BadSettingError(MusterError):
    """A setting cannot be read; docs/settings.md lists them."""


class NoSlackTokenError(MusterError):
    """Muster needs a token to talk to Slack; set SLACK_BOT_TOKEN."""


class NoSlackSurfaceError(MusterError):
    """Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET to listen over HTTP."""


class SeveralWorkspacesError(MusterError):
    """SLACK_CLIENT_ID is set, so that Muster serves several workspaces."""


class BadLineError(MusterError):
    """A line of the input cannot be read."""


class BadSeriesError(MusterError):
    """The series cannot be read."""


class FileOfManyCouncilsError(MusterError):
    """This file names its councils itself; leave out --council."""


class NoServiceError(MusterError):
    """The DfE's statistics service gives nothing; download its file, and: muster import FILE."""


class NothingToImportError(MusterError):
    """Name a file to import, or say --from-ees for the DfE's statistics service."""


class UnknownCouncilError(MusterError):
    """No council is called so, or several are; write its name in full."""


class BadAnswerError(MusterError):
    """An answer is written as QUESTION=ANSWER, with the question as the preview names it."""


class ChangedStoreError(MusterError):
    """Somebody changed the store meanwhile, and nothing was stored; try again."""


class RefusedActError(MusterError):
    """It was not done."""
