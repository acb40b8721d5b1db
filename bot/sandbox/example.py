"""A council's workspace to try an app in: an admin, two managers, a guest and a partner."""

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.workspace.workspace import Workspace


def example(sandbox: Sandbox, name: str) -> Workspace:
    """Found the workspace, with the app in every channel."""
    council = sandbox.add_workspace(name)
    bot = council.install(sandbox.app).bot
    mara = council.add_person("mara", "Mara Webb", title="Service manager, Assessment")
    anna = council.add_person("anna", "Anna Ward", title="Workforce analyst, admin", is_admin=True)
    ben = council.add_person("ben", "Ben Okafor", title="Head of service")
    gail = council.add_person("gail", "Gail Munro", title="Guest from the auditors", is_guest=True)
    ed = council.add_person("ed", "Ed Vaughan", title="Partner agency, external", team="T0PARTNER")
    workforce = council.add_channel("workforce", mara, anna, ben, bot)
    workforce.topic = "Who is in post, who has left, and what it means for children"
    assessment = council.add_channel("assessment-team", mara, anna, bot)
    assessment.topic = "Duty, allocations and staffing"
    partners = council.add_channel("partners", mara, ed, gail, bot)
    partners.topic = "Shared with the partner agency"
    return council
