"""What follows from the facts: pure functions, a library in and findings out; no files, no clock."""

from builder.analysis.assemble import analyse

__all__ = ["analyse"]
