"""Whoever was given a figure is told once, where they asked, that it has changed."""

from sqlalchemy import text

from tests.corrections.conftest import People

OURS = "agency fte of social workers in Assessment in May 2024"
PUBLISHED = "agency fte of social workers in Assessment"


def load(people: People, value: str, name: str = "figures.csv") -> int:
    number = people.office.load(f"Assessment,31 May 2024,{value}", name=name)
    assert number
    return number


def test_a_corrected_figure_is_told_where_it_was_asked_with_both_and_the_file(
    people: People,
) -> None:
    load(people, "27")
    people.ask(OURS)
    people.later(days=10)
    load(people, "26.5", name="better.csv")
    [(*place, said)] = people.tell()
    assert place == ["C1", "17.1"]
    assert said == (
        "On 3 June 2024 you were told 27 FTE (Agency FTE, social workers, Assessment (Devon), "
        "31 May 2024). The figure has since been corrected to 26.5 FTE (file better.csv)."
    )


def test_it_is_told_once_also_after_a_restart(people: People) -> None:
    load(people, "27")
    people.ask(OURS)
    load(people, "26.5")
    assert len(people.tell()) == 1
    assert people.tell() == []


def test_what_has_not_changed_is_not_told(people: People) -> None:
    load(people, "27")
    people.ask(OURS)
    people.ask(PUBLISHED)
    people.office.load("Assessment,30 Apr 2024,3")
    assert load_same(people) is None
    assert people.tell() == []


def load_same(people: People) -> int | None:
    return people.office.load("Assessment,31 May 2024,27")


def test_a_thread_that_asked_twice_is_told_once_and_another_by_itself(people: People) -> None:
    load(people, "27")
    people.ask(OURS)
    people.ask(OURS, person="U2")
    people.ask(OURS, thread="18.1")
    load(people, "26.5")
    assert [place for *place, _ in people.tell()] == [["C1", "17.1"], ["C1", "18.1"]]


def test_whoever_asked_privately_is_told_privately(people: People) -> None:
    load(people, "27")
    people.ask(OURS, thread="", person="U2", private=True)
    load(people, "26.5")
    [(channel, thread, _)] = people.tell()
    assert (channel, thread) == ("U2", "")


def test_a_published_figure_that_a_file_corrects_stands_beside_it(people: People) -> None:
    assert "27.0" in people.ask(PUBLISHED)
    people.office.load("Assessment,31 Mar 2024,26.5")
    [(_, _, said)] = people.tell()
    assert "you were told 27.0 FTE" in said
    assert "corrected to 26.5 FTE (file figures.csv); what was published stands beside" in said


def test_an_undo_and_a_redo_are_told_too_each_once(people: People) -> None:
    people.ask(PUBLISHED)
    number = people.office.load("Assessment,31 Mar 2024,26.5")
    assert number
    assert len(people.tell()) == 1
    people.later(days=1)
    people.office.undo(number)
    [(_, _, undone)] = people.tell()
    assert "On 3 June 2024 you were told 27.0 FTE and 26.5 FTE" in undone
    assert "26.5 FTE has since been withdrawn; what is held is 27.0 FTE (" in undone
    people.office.redo(number)
    people.later(days=1)
    [(_, _, again)] = people.tell()
    assert "On 4 June 2024 you were told 27.0 FTE" in again
    assert "corrected to 26.5 FTE" in again
    assert people.tell() == []


def test_what_was_changed_and_changed_back_unseen_is_not_told(people: People) -> None:
    load(people, "27")
    people.ask(OURS)
    people.office.undo(load(people, "26.5"))
    assert people.tell() == []


def test_a_figure_that_is_gone_is_withdrawn_and_may_come_back(people: People) -> None:
    number = load(people, "27")
    people.ask(OURS)
    people.office.undo(number)
    [(_, _, gone)] = people.tell()
    assert gone.endswith("The figure has since been withdrawn.")
    people.office.redo(number)
    [(_, _, back)] = people.tell()
    assert "It is held again: 27 FTE (file figures.csv)." in back


def test_of_a_figure_that_is_hidden_since_no_number_is_told(people: People) -> None:
    load(people, "27")
    people.ask(OURS)
    with people.office.engine.begin() as conn:
        conn.execute(
            text(
                "UPDATE observation SET value = NULL, value_text = 'c', status = 'suppressed' "
                "WHERE workspace = 'T1'"
            )
        )
        conn.execute(text("UPDATE store_state SET generation = generation + 1"))
    [(_, _, said)] = people.tell()
    assert said.endswith("The figure has since been withdrawn.")


def test_whoever_was_told_of_a_correction_is_asked_anew_what_they_know(people: People) -> None:
    load(people, "27")
    people.ask(OURS)
    load(people, "26.5")
    people.tell()
    people.later(days=1)
    people.ask(OURS)
    load(people, "26")
    [(_, _, said)] = people.tell()
    assert "On 4 June 2024 you were told 26.5 FTE" in said


def test_several_figures_of_one_place_are_told_in_one_post(people: People) -> None:
    load(people, "27")
    people.office.load("Assessment,30 Apr 2024,30")
    people.ask("how has agency fte of social workers in Assessment changed since April 2024")
    people.office.load("Assessment,31 May 2024,26.5", "Assessment,30 Apr 2024,29")
    [(_, _, said)] = people.tell()
    assert len(said.splitlines()) == 2


def test_another_workspaces_files_change_nothing_here(people: People) -> None:
    people.ask(PUBLISHED)
    with people.office.engine.begin() as conn:
        conn.execute(text("UPDATE store_state SET generation = generation + 1"))
    assert people.tell() == []


def test_what_was_asked_more_than_a_year_ago_is_let_be(people: People) -> None:
    load(people, "27")
    people.ask(OURS)
    people.later(days=367)
    load(people, "26.5")
    assert people.tell() == []


def test_of_two_processes_one_tells(people: People) -> None:
    load(people, "27")
    people.ask(OURS)
    load(people, "26.5")
    first, second = people.telling(), people.telling()
    found = [(one, one._changed(people.office.loader.scope)) for one in (first, second)]  # noqa: SLF001 - both have looked before either tells
    posts = [one._post(people.office.loader.scope, changes) for one, changes in found]  # noqa: SLF001 - as above
    assert posts == [True, False]
    assert len(people.told()) == 1
