"""The page in a real browser, where there is one."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.report.results import ALL
from tnt.locale import LANGUAGES
from tnt.report import render_report

PHONE = 360
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FRAME = """<!doctype html><body><iframe id="frame" width="{width}" height="800" srcdoc="{page}"></iframe>
<script>
const frame = document.getElementById("frame");
frame.onload = () => {{ document.body.dataset.width = frame.contentDocument.documentElement.scrollWidth; }};
</script></body>"""


@pytest.fixture(scope="session")
def browser() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("needs chromium to lay the page out")
    return found


@pytest.mark.parametrize("name", ["rich", "hostile", "one-list", "many-lists", "uncertain", "hostile-uncertain"])
def test_nothing_is_wider_than_a_phone(name: str, browser: str, tmp_path: Path) -> None:
    for lang in LANGUAGES:
        page = render_report(ALL[name](), lang)
        (tmp_path / "frame.html").write_text(FRAME.format(width=PHONE, page=html.escape(page)), encoding="utf-8")
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        command = [browser, *FLAGS, profile, "--dump-dom", (tmp_path / "frame.html").as_uri()]
        drawn = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout
        width = re.search(r'data-width="(\d+)"', drawn)
        if width is None:
            pytest.skip("chromium did not lay the page out here")
        assert int(width[1]) <= PHONE, (name, lang)
