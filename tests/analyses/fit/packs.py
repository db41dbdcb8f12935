"""A small pack for choices, as files."""

from __future__ import annotations

from pathlib import Path

GUIDELINE = """\
format: tnt/1
guideline: heart
title: {nb: Hjerte, en: Heart}
version: "1"
status: draft
outcomes:
  stroke: {nb: ett hjerneslag forebygget, en: one stroke prevented}
  fall: {nb: ett fall forebygget, en: one fall prevented}
recommendations:
  office:
    population: {ages: 40+}
    instead_of: [pharmacy]
    tasks:
      measure:
        role: gp
        time: 15 min
        frequency: 1 / year
        may_move: {nurse: {share: 60 %, minutes_factor: 1.2, supervision: {role: gp, time: 1 min}}}
    benefit: {outcome: stroke, nnt: 400, horizon: 5 years}
  pharmacy:
    population: {ages: 40+}
    tasks:
      measure: {role: pharmacist, time: 10 min, frequency: 1 / year}
    benefit: {outcome: stroke, nnt: 450, horizon: 5 years}
  treat:
    population: {ages: 40+, share: 4 %}
    needs: {any: [office, pharmacy]}
    tasks:
      visit: {role: gp, time: 20 min, frequency: 2 / year}
    benefit: {outcome: stroke, nnt: 60, horizon: 5 years}
    may_be_partial: true
  exercise:
    population: {ages: 65+}
    tasks:
      class: {role: gp, time: 12 min, frequency: 1 / year, activity: talk}
    benefit: {outcome: fall, nnt: 20, horizon: 1 year}
  diet:
    population: {ages: 40+, share: 50 %}
    tasks:
      talk: {role: gp, time: 6 min, frequency: 1 / year, activity: talk}
    benefit: {outcome: stroke, nnt: 900, horizon: 5 years}
  certificate:
    strength: legal
    population: {ages: 20-66, share: 10 %}
    tasks:
      write: {role: gp, time: 10 min, frequency: 1 / year}
  unknown-benefit:
    population: {ages: 50+, share: 10 %}
    tasks:
      visit: {role: gp, time: 10 min, frequency: 1 / year}
  no-time:
    population: {ages: 50+}
    tasks:
      visit: {role: gp, time: null, frequency: 1 / year}
    benefit: {outcome: stroke, nnt: 50, horizon: 5 years}
"""
LISTS = """\
format: tnt/1
lists: two
title: {nb: To lister, en: Two lists}
table: lists.csv
id: id
people: "{ages}"
staff: {gp: {posts: gp}, nurse: {posts: nurse}}
"""
TABLE = "id,gp,nurse,0-39,40-64,65+\none,1,0.5,400,300,200\ntwo,1,0.5,500,350,250\n"
CAPACITY = """\
format: tnt/1
capacity: short
title: {nb: Lite tid, en: Little time}
roles:
  gp: {hours: %s h / year}
  nurse: {hours: 1000 h / year}
"""


def write(folder: Path, gp_hours_per_post: float = 100, guideline: str = GUIDELINE, **more: str) -> Path:
    """The pack with so much time of each GP; `more` are other files by name."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "guideline.yaml": guideline,
        "lists.yaml": LISTS,
        "lists.csv": TABLE,
        "capacity.yaml": CAPACITY % gp_hours_per_post,
    }
    for name, text in {**files, **{f"{name}.yaml": text for name, text in more.items()}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
