"""What is raised when input has errors."""

from tnt.diagnostics.diagnostic import Diagnostic


class Problems(Exception):
    """Raised when input has errors: every diagnostic found, warnings included."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        """One line a problem, in English, for people who meet this as an exception in a notebook."""
        from tnt.diagnostics.render import concise

        return "\n" + concise(self.diagnostics, "en")
