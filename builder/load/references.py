"""Every reference leads to a record that exists, is of the right kind and will be published."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice

from msgspec import Struct

from builder.diagnostics import (
    Diagnostic,
    Edit,
    FieldPath,
    Problems,
    Proposals,
    Related,
    Severity,
    SourceSpan,
    did_you_mean,
)
from builder.load.called import bare_id, called, folded, ids_listed
from builder.load.decode import Records
from builder.load.differences import hidden_difference
from builder.load.places import RecordPlaces
from builder.load.renamed import Unknown, tell_unknown
from builder.model.base import Record, RefersTo
from builder.model.claim import Claim
from builder.model.correction import Correction, CorrectionKind
from builder.model.kinds import RECORD_KINDS
from builder.model.walk import marked_fields
from builder.paths import id_fault, propose_id

_MOST_CHOICES = 8
"""Ids that a message lists."""
_MOST_LISTED = 20
"""Positions that a message lists."""
_SLIP = 0.9
"""How like two ids are, from 0 to 1, when one may be meant for the other."""


class References(Struct, frozen=True, dict=True):
    """Checks references against all known ids. `with_drafts` says that drafts are published too."""

    records: Records
    places: RecordPlaces
    problems: Problems
    with_drafts: bool

    def check(self, kind: str, record_id: str, record: Record) -> None:
        """Check every id that a record writes in its fields."""
        lists: dict[FieldPath, dict[str, FieldPath]] = {}
        for path, marker, target in marked_fields(record, RefersTo):
            seen = lists.setdefault(path[:-1], {}) if isinstance(path[-1], int) else {}
            if target in seen:
                self._tell_repetition(kind, record_id, path, target, seen[target])
            else:
                seen[target] = path
                self._check_one(kind, record_id, path, marker.kinds, target, record)
        if isinstance(record, Correction) and record_id in self.records.whole["correction"]:
            self._check_about(record_id, record)

    def check_lost(self) -> None:
        """Check the ids in values that no record holds: that they exist is all that can be asked of them."""
        for lost in self.records.lost:
            if not any(lost.target in self.records.known[kind] for kind in lost.kinds):
                self._is_unknown(lost.span, lost.kinds, lost.target)

    def leads_somewhere(self, kind: str, target: str, from_draft: bool) -> bool:
        """Whether a link to a record needs no further look."""
        if (kind, target) in self.withdrawn:
            return True
        return target in self.records.known[kind] and (
            self.with_drafts or from_draft or not self._is_draft(kind, target)
        )

    @cached_property
    def withdrawn(self) -> Mapping[tuple[str, str], str]:
        """The withdrawal of each record that was withdrawn, by kind and id."""
        return {
            record.withdrawn: record_id
            for _, record_id, record in self.records.every()
            if isinstance(record, Correction) and record.withdrawn is not None
        }

    def check_target(self, span: SourceSpan, target_kind: str, target: str, from_draft: bool) -> None:
        """Check one link to a record by kind and id, as prose writes it."""
        if self.leads_somewhere(target_kind, target, from_draft) or self._is_unknown(
            span, (target_kind,), target, f"{target_kind}:"
        ):
            return
        self._check_draft(span, target_kind, target, from_draft)

    def _check_one(
        self, kind: str, record_id: str, path: FieldPath, kinds: tuple[str, ...], target: str, record: Record
    ) -> None:
        holders = [wanted for wanted in kinds if target in self.records.known[wanted]]
        if len(holders) == 1:
            if not self.with_drafts and self._is_draft(holders[0], target) and not record.draft:
                self._check_draft(self.places.span(kind, record_id, path), holders[0], target, record.draft)
            return
        span = self.places.span(kind, record_id, path)
        if not holders:
            self._is_unknown(span, kinds, target)
            return
        self.problems.error(
            "ambiguous-id",
            f"`{target}` is {_one_of(holders)}",
            span,
            "say which: " + " or ".join(f"{{{holder}: {target}}}" for holder in holders),
        )

    def _is_unknown(self, span: SourceSpan, kinds: tuple[str, ...], target: str, before: str = "") -> bool:
        known = self.records.known
        if any(target in known[kind] or kind in self.records.unread for kind in kinds):
            return False
        if self._is_withdrawn(span, kinds, target):
            return True
        ids = self._ids(kinds)
        renamed = [(kind, now) for kind in kinds for now in [self._now_called(kind, target)] if now]
        meant = renamed[0][1] if renamed else self._meant(kinds, target)
        others = [] if meant else [kind for kind in RECORD_KINDS if target in known[kind]]
        near = meant or self.proposals.near(target, ids, kinds)
        if others:
            message = f"`{target}` is {_one_of(others)}, and {_one_of(kinds, 'or')} is meant here"
            self.problems.error("wrong-kind", message, span, self._how_to_name(kinds, target, near))
            return True
        asked = f"; did you mean `{near}`?{hidden_difference(target, near)}" if near else ""
        message = f"there is no {' or '.join(kinds)} `{target}`{asked}"
        if renamed:
            message = f"`{target}` is now called `{meant}`"
        hint = f"write `{before}{near}`" if near else self._how_to_name(kinds, target, near)
        is_whole = _is_as_long(span, before + target) if before else span.line == span.end_line
        listed = ids_listed(target, ids)
        if listed and not near:
            hint, meant = f"write the ids with a comma and a space between them: {listed}", listed
        edits = (Edit(span, before + meant),) if meant and is_whole else ()
        told = Diagnostic("unknown-id", Severity.ERROR, message, span, hint, edits=edits)
        if edits or listed:
            self.problems.add(told)
        else:
            self._unknown.append(Unknown(kinds, target, told))
        return True

    @cached_property
    def _unknown(self) -> list[Unknown]:
        """The ids that lead nowhere; why may be known once all are."""
        return []

    def tell_unknown(self) -> None:
        """Tell the ids that lead nowhere, when all records are checked."""
        tell_unknown(self._unknown, self.records, self.places, self.problems)

    def _meant(self, kinds: tuple[str, ...], target: str) -> str | None:
        """Return the id that is meant by something else that names one record alone."""
        written = [one for one in (propose_id(target), bare_id(target)) if one in self._ids(kinds)]
        names = (self._called.get((kind, folded(target))) for kind in kinds)
        return next(iter([*written, *filter(None, names)]), None)

    @cached_property
    def _called(self) -> Mapping[tuple[str, str], str]:
        return called(self.records.every())

    def _how_to_name(self, kinds: tuple[str, ...], target: str, near: str | None) -> str:
        if near:
            return f"write `{near}`"
        ids = self._ids(kinds)
        choices = f"; there are {', '.join(sorted(ids))}" if 0 < len(ids) <= _MOST_CHOICES else ""
        if id_fault(target) or any(target in self.records.known[kind] for kind in RECORD_KINDS):
            return f"write the id of {_one_of(kinds, 'or')}{choices}"
        here = self.places.path(kinds[0], target)
        return f"add {here}, or write the id of {_one_of(kinds, 'or')} that exists{choices}"

    def _is_withdrawn(self, span: SourceSpan, kinds: tuple[str, ...], target: str) -> bool:
        withdrawal = next(
            (self.withdrawn[kind, target] for kind in kinds if (kind, target) in self.withdrawn), None
        )
        if withdrawal is None:
            return False
        where = self.places.span("correction", withdrawal, ("about",))
        self.problems.error(
            "refers-to-withdrawn",
            f"`{target}` was withdrawn, as {where.path} says, and nothing can rest on it",
            span,
            "remove this reference, and what rests on it; a link in a text may stay and leads to that page",
            (Related(where, "the withdrawal"),),
        )
        return True

    def _now_called(self, kind: str, former: str) -> str | None:
        return self._former_ids.get((kind, former))

    def _ids(self, kinds: tuple[str, ...]) -> Collection[str]:
        """Every id of some kinds."""
        known = self.records.known
        return known[kinds[0]] if len(kinds) == 1 else frozenset().union(*(known[kind] for kind in kinds))

    @cached_property
    def proposals(self) -> Proposals:
        """What wrong ids and positions may mean."""
        return Proposals()

    @cached_property
    def _former_ids(self) -> Mapping[tuple[str, str], str]:
        return {
            (kind, former): record_id
            for kind, record_id, record in (owner_of_addresses(*each) for each in self.records.every())
            if kind != "dossier"
            for former in record.former_ids
        }

    def _is_draft(self, kind: str, record_id: str) -> bool:
        record = self.records.find(kind, record_id)
        return record is not None and record.draft

    def _check_draft(self, span: SourceSpan, kind: str, target: str, from_draft: bool) -> None:
        if self.with_drafts or from_draft or not self._is_draft(kind, target):
            return
        self.problems.error(
            "refers-to-draft",
            f"the {kind} `{target}` is a draft and will not be published",
            span,
            f"remove `draft: true` in {self.places.path(kind, target)}, or make this record a draft too",
        )

    def _tell_repetition(
        self, kind: str, record_id: str, path: FieldPath, target: str, first: FieldPath
    ) -> None:
        self.problems.error(
            "listed-twice",
            f"`{target}` stands in this list twice",
            self.places.span(kind, record_id, path),
            "remove one of the two",
            (Related(self.places.span(kind, record_id, first), "it first stands here"),),
        )

    def _check_about(self, record_id: str, correction: Correction) -> None:
        kind, _, target = correction.about.partition(":")
        span = self.places.span("correction", record_id, ("about",))
        if kind not in RECORD_KINDS:
            near = did_you_mean(kind, RECORD_KINDS)
            self.problems.error(
                "unknown-id",
                f"`{kind}` is no kind of record" + (f"; did you mean `{near}`?" if near else ""),
                span,
                f"write {near}:{target}" if near else f"the kinds are {', '.join(RECORD_KINDS)}",
            )
        elif correction.kind is not CorrectionKind.WITHDRAWAL:
            self.check_target(span, kind, target, correction.draft)
        elif target in self.records.known[kind] and not self._is_draft(kind, target):
            self.problems.error(
                "not-withdrawn",
                f"the {kind} `{target}` is still there, so it is not withdrawn",
                span,
                f"remove {self.places.path(kind, target)}, or write kind: correction",
                (Related(self.places.span(kind, target), "it is here"),),
            )
        else:
            self._tell_like(span, kind, target)

    def _tell_like(self, span: SourceSpan, kind: str, target: str) -> None:
        """What is withdrawn has no file any more, so a slip shows only where another record is much like it."""
        near = self.proposals.near(target, self.records.known[kind], (kind,))
        if near is None or SequenceMatcher(None, near, target).ratio() < _SLIP:
            return
        if _letters(near) == _letters(target):
            return  # `flood-2015` beside `flood-2016` is no slip
        self.problems.warning(
            "withdrawal-like-another",
            f"there is no file of the {kind} `{target}`, as there should be, but one of `{near}`; was that meant?",
            span,
            f"write {kind}:{near} and remove its file, or acknowledge this if `{target}` is right",
        )


def owner_of_addresses(kind: str, record_id: str, record: Record) -> tuple[str, str, Record]:
    """Return (kind, id) of the record whose former ids a record lists, and the record that lists them.

    A withdrawal lists those of the record that it withdraws.
    """
    if isinstance(record, Correction) and record.withdrawn is not None:
        return (*record.withdrawn, record)
    return kind, record_id, record


def _is_as_long(span: SourceSpan, words: str) -> bool:
    """Whether a range holds these words as they are, without quotation marks or a part of them left out."""
    return span.line == span.end_line and span.end_column - span.column == len(words)


def _letters(name: str) -> str:
    return "".join(sign for sign in name if not sign.isdigit())


def _one_of(kinds: Iterable[str], word: str = "and") -> str:
    named = [f"an {kind}" if kind[0] in "aeiou" else f"a {kind}" for kind in kinds]
    return f" {word} ".join(named)


def check_positions(
    claim_id: str, claim: Claim, places: RecordPlaces, problems: Problems, proposals: Proposals
) -> None:
    """Check that the positions which appearances and assessments take are positions of the claim."""
    taken = [
        (("appearances", index, "position"), entry.position) for index, entry in enumerate(claim.appearances)
    ]
    taken += [
        (("assessments", index, "position"), entry.position) for index, entry in enumerate(claim.assessments)
    ]
    several = ", ".join(islice(claim.positions, _MOST_LISTED))
    listed = f"{several} …" if len(claim.positions) > _MOST_LISTED else several
    said = {folded(words): name for name, words in claim.positions.items()}
    for path, position in taken:
        if position is None or position in claim.positions:
            continue
        near = said.get(folded(position)) or proposals.near(position, claim.positions, claim_id)
        problems.error(
            "unknown-position",
            f"the claim has no position `{position}`" + (f"; did you mean `{near}`?" if near else ""),
            places.span("claim", claim_id, path),
            f"write `{near}`"
            if near
            else f"its positions are {listed}"
            if listed
            else f"add it: positions: {{{position}: …}}",
        )
