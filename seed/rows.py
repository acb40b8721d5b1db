"""The catalogue's rows as the store takes them."""

from collections.abc import Iterator

from db.catalogue import Direction, Nature
from db.vocabulary import OrganisationKind
from db.writes import (
    NewCaveat,
    NewEvent,
    NewFormula,
    NewMetric,
    NewOrganisation,
    NewRoleGroup,
    NewSource,
    NewTeam,
    NewTerm,
)
from seed.catalogue_files import CatalogueFiles


def organisations(files: CatalogueFiles) -> Iterator[NewOrganisation]:
    """Organisations."""
    for row in files.organisations:
        yield NewOrganisation(
            key=row.text("key"),
            name=row.text("name"),
            short_name=row.text("short_name"),
            kind=OrganisationKind(row.text("kind")),
            region=row.fields.get("region"),
            code=row.fields.get("code"),
            ons_code=row.fields.get("ons_code"),
        )


def teams(files: CatalogueFiles) -> Iterator[NewTeam]:
    """Teams; a team's organisation is the first part of its key."""
    for row in files.teams:
        yield NewTeam(
            organisation=row.text("key").partition("/")[0],
            key=row.text("key"),
            name=row.text("name"),
            parent=row.fields.get("parent"),
            covers=row.texts("covers"),
        )


def role_groups(files: CatalogueFiles) -> Iterator[NewRoleGroup]:
    """Role groups."""
    for row in files.role_groups:
        yield NewRoleGroup(
            key=row.text("key"),
            name=row.text("name"),
            parent=row.fields.get("parent"),
            combines=row.texts("combines"),
        )


def metrics(files: CatalogueFiles) -> Iterator[NewMetric]:
    """Metrics."""
    for row in files.metrics:
        yield NewMetric(
            key=row.text("key"),
            name=row.text("name"),
            unit=row.text("unit"),
            direction=Direction(row.text("direction")),
            subject=row.text("subject"),
            nature=Nature(row.text("nature")),
            facets=" ".join(row.texts("facets")),
            decimals=int(row.fields["decimals"]),
            definition=row.text("definition"),
            sensitivity=row.text("sensitivity", "A"),
            signed=bool(row.fields.get("signed")),
        )


def formulas(files: CatalogueFiles) -> Iterator[NewFormula]:
    """Formulas, each with the metric it makes."""
    for row in files.metrics:
        for formula in row.tables("formula"):
            yield NewFormula(
                metric=row.text("key"),
                key=formula["key"],
                words=formula["words"],
                numerator="|".join(formula["numerator"]),
                denominator="+".join("|".join(part) for part in formula["denominator"]),
                nature=Nature(formula["nature"]),
                population=formula["population"],
                basis=formula["basis"],
                source=formula["source"],
            )


def terms(files: CatalogueFiles) -> Iterator[NewTerm]:
    """Glossary terms; one that names a metric is explained by the metric's definition."""
    metrics_by_key = {row.text("key"): row for row in files.metrics}
    for row in files.terms:
        metric = metrics_by_key.get(row.text("metric"))
        yield NewTerm(
            key=row.text("key"),
            name=row.text("name"),
            meaning=metric.text("definition") if metric else row.text("meaning"),
            source="" if metric else row.text("source"),
        )


def events(files: CatalogueFiles) -> Iterator[NewEvent]:
    """Events."""
    for row in files.events:
        yield NewEvent(
            key=row.text("key"),
            name=row.text("name"),
            organisation=row.text("organisation"),
            month=row.text("month"),
        )


def caveats(files: CatalogueFiles) -> Iterator[NewCaveat]:
    """Caveats with their selectors."""
    for row in files.caveats:
        yield NewCaveat(
            key=row.text("key"),
            text=row.text("text"),
            metric=row.fields.get("metric"),
            organisation=row.fields.get("organisation"),
            team=row.fields.get("team"),
            role_group=row.fields.get("role_group"),
            formula=row.fields.get("formula"),
            period=row.fields.get("period"),
        )


def sources(files: CatalogueFiles) -> Iterator[NewSource]:
    """The documents, each with the words it is cited by."""
    for row in files.sources:
        yield NewSource(
            key=row.text("key"),
            title=row.text("attribution"),
            publisher=row.text("publisher"),
            published=row.text("published"),
            file=row.text("file"),
        )
