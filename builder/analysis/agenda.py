"""The order in which claims are told: what is contested first."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.analysis.claimfindings import ClaimFindings
from builder.model.base import ClaimId
from builder.model.claim import Claim, Reading

READING_ORDER = (
    Reading.CONFLICT,
    Reading.DIFFER,
    Reading.VARIANT,
    Reading.COMPATIBLE,
    Reading.AGREE,
    Reading.ONE_ARTICLE,
    None,
)
"""Contested, then said in other words, then compatible, then the same in several articles, then in one."""


def claim_order(
    claims: Mapping[ClaimId, Claim], found: Mapping[ClaimId, ClaimFindings]
) -> tuple[ClaimId, ...]:
    """Return the claims by reading, then number, then id; claims without a number come last."""
    return tuple(
        sorted(
            claims,
            key=lambda claim: (
                READING_ORDER.index(found[claim].reading),
                *number_rank(claims[claim].number),
                claim,
            ),
        )
    )


def number_rank(number: str | None) -> tuple[bool, str, int]:
    """Return the sort key of a record's number: `c9` before `c10`, none at the end."""
    match = re.fullmatch(r"([a-z]*)([0-9]+)", number or "")
    return (match is None, match[1] if match else "", int(match[2]) if match else 0)
