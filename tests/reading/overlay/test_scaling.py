"""A number times a factor, as it would be written: exact, in its own unit."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tnt.language.values.frequency import frequency
from tnt.reading.overlay.scaling import scaled
from tnt.units import hours_per_week, incidence, minutes, share

DECIMALS = st.decimals(Decimal("0.001"), Decimal(1000), places=3)
FACTORS = st.decimals(Decimal("0.01"), Decimal(100), places=2)


@pytest.mark.parametrize(
    ("text", "by", "result"),
    [
        ("15 min", "0.1", "1.5 min"),
        ("0.1 h", "3", "0.3 h"),
        ("40 %", "0.5", "20 %"),
        ("+22 %", "0.5", "+11 %"),
        ("42 / 1000 / year", "2", "84 / 1000 / year"),
        ("60000 / 256485", "0.5", "30000 / 256485"),
        ("37.5 h / week", "0.8", "30 h / week"),
        ("1.5 / year", "2", "3 / year"),
        ("12", "0.25", "3"),
        ("every 5 years", "2", "every 2.5 years"),
        ("every year", "2", "every 0.5 years"),
        ("every 2 years", "2", "every 1 year"),
        ("every 5 years", "0.3", "0.06 / year"),
        ("every 6 months", "0.5", "every 12 months"),
        ("1h30", "2", "180 min"),
        ("2,5 min", "2", "5 min"),
        ("1 000", "0.5", "500"),
        ("1 in 20", "2", "2 / 20"),
        ("to ganger i året", "2", "4 / year"),
        ("annethvert år", "2", "every 1 year"),
        ("every 7 years", "3", "every 2.333333333333333333333333333 years"),
    ],
)
def test_texts(text: str, by: str, result: str) -> None:
    assert scaled(text, by) == result


@pytest.mark.parametrize(
    "text",
    ["once", "once at age 40", "", "some min", "1e99999999 min", "every now and then", "1,500 min", "biannual"],
)
def test_what_cannot_be_scaled(text: str) -> None:
    assert scaled(text, "2") is None


@given(DECIMALS, FACTORS, st.sampled_from([" min", " %", " / year", " h / week", ""]))
def test_the_product_is_exact(number: Decimal, by: Decimal, unit: str) -> None:
    text = scaled(f"{number}{unit}", str(by))
    assert text is not None
    assert text.endswith(unit)
    assert Fraction(text.removesuffix(unit)) == Fraction(number) * Fraction(by)


@settings(deadline=None)  # the first unit loads pint
@given(DECIMALS, FACTORS)
def test_a_frequency_is_multiplied_as_a_rate(period: Decimal, by: Decimal) -> None:
    text = scaled(f"every {period} years", str(by))
    assert text is not None
    assert frequency(text).events_per_year == pytest.approx(float(by) / float(period), rel=1e-12)


@pytest.mark.parametrize(
    ("read", "text"),
    [(minutes, "15 min"), (share, "42 / 1000"), (incidence, "4.2 % / year"), (hours_per_week, "3 h / week")],
)
def test_what_comes_out_can_be_read(read, text: str) -> None:
    product = scaled(text, "0.5")
    assert product is not None
    assert read(product) == pytest.approx(read(text) / 2)
