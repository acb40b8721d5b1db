"""What a figure is called in a preview."""

from bot.loading.statements import Statement
from bot.query.directory import Directory
from db.vocabulary import Kind


class Naming:
    """Names figures by what they are of."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def figure(self, one: Statement) -> str:
        """A figure in full: "Agency FTE, social workers, Assessment, Devon, 31 March 2024"."""
        directory = self._directory
        metric = directory.metrics[one.metric].name
        role = directory.role_groups[one.role_group].name
        parts = [
            f"{metric}, {one.kind}" if one.kind is not Kind.ACTUAL else metric,
            role[:1].lower() + role[1:],
            directory.names.place(one.team or one.organisation),
            one.when.label,
        ]
        return ", ".join(parts)

    def value(self, text: str, status: str, metric: str) -> str:
        """A value as it is told: "27 FTE", "69%", "suppressed"."""
        if status not in {"reported", "zero"}:
            return text or status.replace("_", " ")
        unit = self._directory.metrics[metric].unit
        if unit == "%":
            return text if text.endswith("%") else f"{text}%"
        return text if text.lower().endswith(unit.lower()) else f"{text} {unit}"

    def told(self, one: Statement) -> str:
        """A figure with its value, and its parts where it is a rate."""
        said = f"{self.figure(one)}: {self.value(one.text, one.status, one.metric)}"
        if one.numerator is None or one.denominator is None:
            return said
        return f"{said} ({one.numerator:g} of {one.denominator:g})"
