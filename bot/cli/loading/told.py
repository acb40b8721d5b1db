"""What every command that loads says and needs."""

import getpass
import json

import click

from seed.files.faults import FileFaultsError


def say(text: str) -> None:
    """Write a line for a person or a program."""
    click.echo(text)


def refuse(faulty: FileFaultsError, *, as_json: bool) -> int:
    """Tell every fault of a file; gives the exit status."""
    if as_json:
        found = [{"where": one.where, "message": one.message} for one in faulty.faults]
        told_so = {"file": faulty.file, "loaded": False, "faults": found}
        click.echo(json.dumps(told_so, ensure_ascii=False))
    else:
        for fault in faulty.faults:
            click.echo(str(fault), err=True)
        count = len(faulty.faults)
        faults = "1 fault" if count == 1 else f"{count} faults"
        click.echo(f"{faulty.file}: {faults}, nothing was loaded.", err=True)
    return 1


def who() -> str:
    """Who is at this terminal."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as nobody who has a name
        return "unknown"
