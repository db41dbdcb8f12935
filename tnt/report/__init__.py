"""What an estimate says, to people and programs: the page, the terminal, files."""

from tnt.report.page.render import render_report

__all__ = ["render_report"]
