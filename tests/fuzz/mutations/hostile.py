"""Numbers and texts that break things, and what an output would hold if they were taken at their word."""

from __future__ import annotations

NUMBERS = (
    "0", "-0", "-1", "1", "0.5", "1e-9", "1e-12", "5e-324", "1e-300", "1e-170", "1e-160", "1e-30", "1e6",
    "1e9", "1e12",
    "1e15", "1e16", "1e100", "1e155", "1e160", "1e300", "1e308", "1.7976931348623157e308", "1e309", "-1e308", ".inf",
    "-.inf", ".nan", "inf", "nan", "2147483648", "9223372036854775808", "18446744073709551616",
    "9" * 90, "1" + "0" * 400,
    "0." + "0" * 330 + "1", "1_000", "0x10", "0o17", "1:30", "١٢", "½", "1,5", "1.000.000", "+1", "99.999999999999999",
    "100", "101", "0.1", "1e-4", "2026", "120", "121", "1e3", "1e4",
)  # fmt: skip

READABLE = (
    "0", "5e-324", "1e-300", "1e-170", "1e-30", "1e-12", "1e-9", "1e-6", "0.001", "0.5", "1", "2", "3", "7",
    "20", "50", "99",
    "99.999999999", "100", "120", "1000", "1e4", "1e6", "1e9", "1e12", "1e16", "1e100", "1e160", "1e300", "1e308",
)  # fmt: skip
"""Numbers that anything may read, at or within its limits."""
EXTREMES = ("0", "5e-324", "1e-300", "1e-170", "1e-20", "1e16", "1e160", "1e300", "1e308")
"""Those where floating point gives up."""

SCRIPT = "<script>fuzzed()</script>"
IMAGE = "<img src=x onerror=fuzzed()>"
TEMPLATE = "{{ 1234567 * 1000001 }}"
TEMPLATE_RUN = "1234568234567"
OUTSIDE = "outside-of-the-pack-7c1f"
"""What the file outside of the pack holds; nothing may ever show it."""

TEXTS = (
    "", " ", "\x00", "\x07", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x7f", "\x85", "\x9b31m", "\u2028", "\u202e",
    "\u2066", "\ufeff", "\u200b", "\ud800", "\uffff", "\U000e0001", "e\u0301" * 20, "漢字" * 30, "🧑‍⚕️", "\t",
    "\r", "\n",
    "\r\n", SCRIPT, IMAGE, TEMPLATE, "{% raw %}", "${7*7}", "%s%n", "{0}", "{sex}_{ages}", "=1+1",
    "=cmd|' /C calc'!A0",
    "+1", "-1", "@SUM(A1)", "＝1", "::error::fuzzed", "%0A::error::fuzzed", "'", '"', "`", "\\", "/",
    "../../etc/passwd",
    "/etc/hostname", "file:///etc/hostname", "http://example.org/x", "javascript:fuzzed()",
    "a" * 300, "a" * 5000, "0" * 3000,
    "x " * 2000, "null", "true", "no", "~", "-", "[]", "{}", "__proto__", "__class__", "nb", "a/b", "a/b/c",
    "CON", ".", "..",
    "[bold red]x[/]", "[/]", "[link=http://example.org]x[/link]", "#", "? :", ":", ": ", "- -", "&a", "*a",
    "!!python/name:x",
)  # fmt: skip

UNITS = (
    "min", "minutes", "h", "h / week", "h / year", "min / year", "/ year", "/ month", "/ week", "/ day", "%", "years",
    "months", "year", "/ 1000 / year", "/ 1000", "% / year", "kg", "m", "h / h", "/ 0", "", "min min", "år",
)  # fmt: skip
