"""How a JSON Schema of ours is put together: closed lists, arrays, and objects without further properties."""

from __future__ import annotations

from builder.pages.documents.kinds import Json, JsonObject
from builder.pages.documents.modelschema import TEXT

DRAFT = "https://json-schema.org/draft/2020-12/schema"
BOOLEAN: JsonObject = {"type": "boolean"}
TEXTS: JsonObject = {"type": "array", "items": TEXT}


def closed(*values: str) -> JsonObject:
    """Return the schema of one of some words."""
    return {"enum": list(values)}


def array(items: JsonObject) -> JsonObject:
    """Return the schema of a list of such values."""
    return {"type": "array", "items": items}


def record(properties: JsonObject, *optional: str) -> JsonObject:
    """Return the schema of an object with these properties and no others; all are required but those named."""
    required: list[Json] = [key for key in properties if key not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def document(title: str, contents: JsonObject, definitions: JsonObject | None = None) -> JsonObject:
    """Return the schema of a document that begins as `records.envelope` does."""
    head: JsonObject = {"$schema": TEXT, "dossier": TEXT, "as_of": TEXT, "licence": TEXT}
    return {
        "$schema": DRAFT,
        "title": title,
        **record({**head, **contents}, "as_of", "licence"),
        **({"$defs": definitions} if definitions else {}),
    }
