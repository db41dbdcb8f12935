"""A form to print and fill in by hand: A4, no script, nothing fetched."""

from __future__ import annotations

from tnt.locale import Texts
from tnt.show.page.templates import environment
from tnt.survey.form.form import Form


def form_html(form: Form) -> str:
    """The form as one HTML page."""
    return environment().get_template("survey/form.html").render(form=form, t=Texts(form.lang).text)
