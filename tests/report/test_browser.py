"""The page in a real browser, where there is one."""

from __future__ import annotations

import html
import re
import shutil
import subprocess

import pytest

from tests.report.results import ALL
from tnt.locale import LANGUAGES
from tnt.report.page.render import render_report

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
FRAMES = """<!doctype html><body>{frames}
<script>
onload = () => {{
  const widths = [...document.querySelectorAll("iframe")].map(one => one.contentDocument.documentElement.scrollWidth);
  document.body.dataset.widths = widths.join(" ");
}};
</script></body>"""
FRAME = '<iframe width="{width}" height="800" srcdoc="{page}"></iframe>'
NAMES = ["rich", "hostile", "one-list", "many-lists", "uncertain", "hostile-uncertain"]


@pytest.fixture(scope="module")
def widths(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], int]:
    """How wide each page in each language becomes on a phone: the browser is started once for all of them."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("needs chromium to lay the page out")
    folder, pages = tmp_path_factory.mktemp("browser"), [(name, lang) for name in NAMES for lang in LANGUAGES]
    frames = [FRAME.format(width=PHONE, page=html.escape(render_report(ALL[name](), lang))) for name, lang in pages]
    (folder / "frames.html").write_text(FRAMES.format(frames="".join(frames)), encoding="utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [browser, *FLAGS, profile, "--dump-dom", (folder / "frames.html").as_uri()]
    drawn = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout
    found = re.search(r'data-widths="([\d ]+)"', drawn)
    if found is None:
        pytest.skip("chromium did not lay the pages out here")
    return dict(zip(pages, map(int, found[1].split()), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wider_than_a_phone(name: str, widths: dict[tuple[str, str], int]) -> None:
    for lang in LANGUAGES:
        assert 0 < widths[name, lang] <= PHONE, (name, lang)
