"""What analysis draws, as shapes that templates print."""

from __future__ import annotations

from builder.analysis import picture as drawn
from builder.pages.shapes.pictures import Circle, Label, Path, Rect, Shape


def shape_views(picture: drawn.Picture) -> tuple[Shape, ...]:
    """Return the shapes of a picture in the order in which they are drawn."""
    return tuple(_shape(shape) for shape in picture.shapes)


def _shape(shape: drawn.Shape) -> Shape:
    if isinstance(shape, drawn.RectShape):
        return Rect(shape.x, shape.y, shape.width, shape.height, shape.kind)
    if isinstance(shape, drawn.CircleShape):
        return Circle(shape.cx, shape.cy, shape.r, shape.kind)
    if isinstance(shape, drawn.PathShape):
        return Path(shape.d, shape.kind)
    return Label(shape.x, shape.y, shape.text, shape.kind, shape.anchor.value, shape.lang)
