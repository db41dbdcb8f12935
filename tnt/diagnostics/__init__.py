"""Problems: what they are and how they are shown."""

from tnt.diagnostics.codes import Code, Severity
from tnt.diagnostics.diagnostic import Diagnostic, Place, ValueProblem
from tnt.diagnostics.problems import Problems, ProblemSink, problem
from tnt.diagnostics.span import Span

__all__ = ["Code", "Diagnostic", "Place", "ProblemSink", "Problems", "Severity", "Span", "ValueProblem", "problem"]
