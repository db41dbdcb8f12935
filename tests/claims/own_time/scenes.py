"""Two recommendations that ask something of the patients themselves: one with a range and a backlog, one beside it."""

from tests.claims.scenes import Shot
from tests.command_line import CAPACITY, LISTS, TABLE

GUIDELINE = """\
format: tnt/1
guideline: demo
title: {nb: Prøve, en: Demo}
recommendations:
  check:
    title: {nb: Kontroll, en: Check}
    population: {ages: 40+}
    uptake: {current: 50 %, target: 80 %}
    start_up: {overdue: 30 %}
    tasks:
      visit: {role: gp, time: 15 min, frequency: 1 / year}
      walk: {role: patient, time: {low: 30 min, mean: 40 min, high: 60 min}, frequency: 1 / year, activity: walk}
  advice:
    title: {nb: Råd, en: Advice}
    population: {ages: 40+}
    tasks:
      talk: {role: gp, time: 5 min, frequency: 1 / year}
      walk: {role: patient, time: 40 min, frequency: 1 / year, activity: walk}
"""
FILES = {"demo.yaml": GUIDELINE, "lists.yaml": LISTS, "lists.csv": TABLE, "capacity.yaml": CAPACITY}
PACK = "demo.yaml --lists lists.yaml --capacity capacity.yaml --as-of 2026-11-30"
DRAWS = "--draws 128 --seed 3"
SHOTS = [
    Shot("own time", FILES, f"estimate {PACK} {DRAWS}", f"estimate {PACK} {DRAWS} --format json"),
    Shot("own time, report", FILES, f"report {PACK} {DRAWS} --out page.html", f"estimate {PACK} {DRAWS} --format json"),
]
