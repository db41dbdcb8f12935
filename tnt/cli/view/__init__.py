"""The result as a person reads it at a terminal."""

from tnt.cli.view.estimate import print_estimate

__all__ = ["print_estimate"]
