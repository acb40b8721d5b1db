"""The methods of views."""

from bot.sandbox.web_api.call import Call
from bot.sandbox.web_api.content import checked_view
from bot.sandbox.wire import Json, RefusalError
from bot.sandbox.workspace.views import View, view_object

HIGHEST_STACK = 3


def open_modal(call: Call) -> Json:
    """Show a modal to whoever just did something."""
    return _show(call, "")


def push(call: Call) -> Json:
    """Lay a modal over the one that is open."""
    trigger = call.slack.triggers.get(call.text("trigger_id"))
    stack = [one for one in call.workspace.views.values() if trigger and one.user == trigger.user]
    if len(stack) >= HIGHEST_STACK:
        raise RefusalError("push_limit_reached")
    return _show(call, stack[-1].id if stack else "")


def _show(call: Call, previous: str) -> Json:
    content = _content(call, "modal")
    trigger = call.slack.use_trigger(call.needed("trigger_id", "invalid_trigger_id"))
    if not previous:
        _close_all(call, trigger.user)
    view = View(call.slack.ids.once("V"), trigger.user, content, call.workspace.id)
    below = call.workspace.views.get(previous)
    view.previous, view.root = previous, below.root if below else view.id
    return _keep(call, view)


def update(call: Call) -> Json:
    """Change a modal that is open."""
    view = _named(call)
    view.content = _content(call, view.content["type"])
    view.errors.clear()
    return _keep(call, view)


def publish(call: Call) -> Json:
    """Set a person's Home tab."""
    if not call.slack.app.has_home:
        raise RefusalError("not_enabled")
    user = call.needed("user_id")
    if user not in call.workspace.people:
        raise RefusalError("user_not_found")
    before = call.workspace.homes.get(user)
    _refuse_stale(call, before)
    id_ = before.id if before else call.slack.ids.next("V")
    view = View(id_, user, _content(call, "home"), call.workspace.id, root=id_)
    call.workspace.homes[user] = view
    return _keep(call, view)


def _content(call: Call, type_: str) -> Json:
    content = checked_view(call.parsed("view"), call.slack.ids)
    if content["type"] != type_:
        raise RefusalError("invalid_arguments")
    return content


def _named(call: Call) -> View:
    given, external = call.text("view_id"), call.text("external_id")
    for view in [*call.workspace.views.values(), *call.workspace.homes.values()]:
        is_external = bool(external) and view.content.get("external_id") == external
        if view.id == given or is_external:
            _refuse_stale(call, view)
            return view
    raise RefusalError("not_found")


def _refuse_stale(call: Call, view: View | None) -> None:
    if call.text("hash") and view and call.text("hash") != view.hash:
        raise RefusalError("hash_conflict")


def _keep(call: Call, view: View) -> Json:
    view.hash = call.slack.ids.next("h")
    if view.is_modal:
        call.workspace.views[view.id] = view
    call.workspace.tell()
    return {"view": view_object(view, call.slack.app.id, call.installation.bot.bot_id)}


def _close_all(call: Call, user: str) -> None:
    for view in [one for one in call.workspace.views.values() if one.user == user]:
        del call.workspace.views[view.id]
