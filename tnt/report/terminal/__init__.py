"""The result as a person reads it at a terminal."""

from tnt.report.terminal.estimate import print_estimate

__all__ = ["print_estimate"]
