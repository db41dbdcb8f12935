"""The report: one self-contained web page, made from a result through a documented context."""

from tnt.report.render import render_report

__all__ = ["render_report"]
