"""Which readings the appearances of a claim allow, and which one holds.

Articles that only mention a matter take no side and never count.
"""

from __future__ import annotations

from builder.model.claim import Appearance, Claim, DisagreementKind, Reading, Stance

WITH_DISAGREEMENT = frozenset({Reading.VARIANT, Reading.DIFFER, Reading.CONFLICT})
"""The readings that name in what the texts disagree; the others cannot."""

_AGAINST = frozenset({Stance.DISPUTES, Stance.CONTRADICTS})
_SEVERAL_POSITIONS = (Reading.COMPATIBLE, Reading.VARIANT, Reading.DIFFER, Reading.CONFLICT)


def counted(claim: Claim) -> tuple[Appearance, ...]:
    """Return the appearances that take a side."""
    return tuple(appearance for appearance in claim.appearances if appearance.stance is not Stance.MENTIONS)


def allowed_readings(claim: Claim) -> tuple[Reading, ...]:
    """Return the readings that the appearances allow; none where nobody takes a side.

    Doubt beside another stance on one position is neither agreement nor conflict by itself: the editor
    decides between `agree` and `differ`.
    """
    sides = counted(claim)
    stances = {appearance.stance for appearance in sides}
    if not sides:
        return ()
    if len({appearance.article for appearance in sides}) == 1:
        return (Reading.ONE_ARTICLE,)
    if stances & _AGAINST:
        return (Reading.CONFLICT,)
    if len({appearance.position for appearance in sides if appearance.position is not None}) > 1:
        return _SEVERAL_POSITIONS
    if Stance.DOUBTS in stances and len(stances) > 1:
        return (Reading.AGREE, Reading.DIFFER)
    return (Reading.AGREE,)


def reading_of(claim: Claim) -> Reading | None:
    """Return the written reading, else the only possible one, else None."""
    allowed = allowed_readings(claim)
    if claim.reading is not None or len(allowed) != 1:
        return claim.reading
    return allowed[0]


def disagreement_fault(claim: Claim) -> str | None:
    """Say in words what is wrong with a claim's `disagreement` under its reading, or return None."""
    reading = reading_of(claim)
    if reading is None:
        return None
    if reading in WITH_DISAGREEMENT and not claim.disagreement:
        kinds = ", ".join(kind.value for kind in DisagreementKind)
        return f"the reading `{reading}` needs `disagreement`: say in what the texts disagree ({kinds})"
    if reading not in WITH_DISAGREEMENT and claim.disagreement:
        return f"the reading `{reading}` has no `disagreement`"
    return None
