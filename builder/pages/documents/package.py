"""The tables of the data as a Frictionless Data Package: which files, which columns, what identifies a row and what it
refers to. Its words are English, like those of the schemas.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import field

from builder.model.kinds import RECORD_KINDS
from builder.pages.documents.kinds import DATA, DataKind, DocumentKind, Section, listed, schema_file
from builder.pages.documents.rows import SEPARATOR, JsonObject, Row, one_of, told_object
from builder.pages.documents.tables import Column, Table
from builder.pages.kinds import Context
from builder.paths import SitePath, propose_id
from builder.wording import marked

TYPES: dict[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


class PackageField(Row, frozen=True, kw_only=True):
    """A column of a table."""

    name: Annotated[str, "What the column is called."]
    type: Annotated[str, one_of(TYPES.values()), "What stands in its cells."]
    description: Annotated[str | None, "What it means."] = None
    true: Annotated[tuple[str, ...], "What stands there for true."] = field(default=(), name="trueValues")
    false: Annotated[tuple[str, ...], "What stands there for false."] = field(default=(), name="falseValues")


class PackageTarget(Row, frozen=True, kw_only=True):
    """The column that a column refers to."""

    resource: Annotated[str, "The name of its table; empty for the same."]
    fields: Annotated[str, "Its name."]


class PackageReference(Row, frozen=True, kw_only=True):
    """A column whose values stand in another table."""

    fields: Annotated[str, "Its name."]
    reference: Annotated[PackageTarget, "Where they stand."]


class PackageSchema(Row, frozen=True, kw_only=True):
    """What a table holds."""

    fields: Annotated[tuple[PackageField, ...], "Its columns in their order."]
    missing: Annotated[tuple[str, ...], "What stands where nothing is known."] = field(name="missingValues")
    key: Annotated[tuple[str, ...], "The columns that tell a row from all others."] = field(
        default=(), name="primaryKey"
    )
    references: Annotated[tuple[PackageReference, ...], "The columns that refer to rows elsewhere."] = field(
        default=(), name="foreignKeys"
    )


class PackageResource(Row, frozen=True, kw_only=True):
    """A table of the data."""

    profile: Annotated[str, "What sort of file it is, by the specification."]
    name: Annotated[str, "What it is called: `articles`."]
    title: Annotated[str, "What it is."]
    description: Annotated[str | None, "What it holds."] = None
    path: Annotated[str, "Its file, beside this one."]
    format: Annotated[str, "How it is written."]
    mediatype: Annotated[str, "The same as a media type."]
    encoding: Annotated[str, "How its signs are written."]
    schema: Annotated[PackageSchema, "Its columns and keys."]


class PackageLicence(Row, frozen=True, kw_only=True):
    """Under which terms the data may be used."""

    title: Annotated[str, "What the terms are called."]
    path: Annotated[str, "Where they can be read."]


class PackageContributor(Row, frozen=True, kw_only=True):
    """Who made the data."""

    title: Annotated[str, "Their name."]
    role: Annotated[str, "What they did."]


class Package(Row, frozen=True, kw_only=True):
    """A Frictionless Data Package."""

    profile: Annotated[str, "What sort of package it is, by the specification."]
    name: Annotated[str, "What it is called, in letters that addresses can hold."]
    title: Annotated[str, "The title of the dossier."]
    description: Annotated[str | None, "Its subtitle."] = None
    homepage: Annotated[str | None, "The address of the site."] = None
    licenses: Annotated[
        tuple[PackageLicence, ...], "The terms of the words and data, never of the texts."
    ] = ()
    contributors: Annotated[tuple[PackageContributor, ...], "The editors."] = ()
    resources: Annotated[tuple[PackageResource, ...], "Every table."]


def package_files(kinds: tuple[DataKind, ...]) -> Iterator[DocumentKind]:
    """Yield the description of the tables of these documents, and its schema."""
    yield DocumentKind(
        SitePath(f"{DATA}datapackage.json"),
        lambda context: _package(context, kinds),
        listed(
            Section.WHOLE,
            marked("Data package (Frictionless)"),
            marked("what the columns of all tables are, and which lead to which"),
        ),
    )
    yield schema_file("datapackage", "Data package", Package)


def _package(context: Context, kinds: tuple[DataKind, ...]) -> JsonObject:
    dossier, terms = context.library.dossier, context.library.dossier.licence
    return told_object(
        Package(
            profile="data-package",
            name=propose_id(dossier.title) or "dossier",
            title=dossier.title,
            description=dossier.subtitle,
            homepage=context.edition.base_url,
            licenses=(PackageLicence(title=terms.name, path=terms.url or "licence.txt"),) if terms else (),
            contributors=tuple(PackageContributor(title=name, role="author") for name in dossier.editors),
            resources=tuple(_resource(kind, kind.table) for kind in kinds if kind.table is not None),
        )
    )


def _resource(kind: DataKind, table: Table) -> PackageResource:
    columns = table.columns()
    return PackageResource(
        profile="tabular-data-resource",
        name=kind.name,
        title=kind.title,
        description=kind.about or None,
        path=kind.table_path.removeprefix(DATA),
        format="csv",
        mediatype="text/csv",
        encoding="utf-8",
        schema=PackageSchema(
            fields=tuple(map(_field, columns)),
            missing=("",),
            key=table.key,
            references=tuple(
                _reference(kind, column.name, column.names)
                for column in columns
                if column.names and not column.several
            ),
        ),
    )


def _field(column: Column) -> PackageField:
    words = (
        column.help,
        f"Several stand with `{SEPARATOR}` between." if column.several else None,
        "`yes`, or nothing." if column.type is bool else None,
    )
    return PackageField(
        name=column.name,
        type="string" if column.several else TYPES[column.type],
        description=" ".join(each for each in words if each) or None,
        true=("yes",) if column.type is bool else (),
        false=("no",) if column.type is bool else (),
    )


def _reference(kind: DataKind, name: str, named: str) -> PackageReference:
    table = RECORD_KINDS[named].plural
    target = PackageTarget(resource="" if table == kind.name else table, fields="id")
    return PackageReference(fields=name, reference=target)
