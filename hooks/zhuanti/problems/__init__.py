"""What can be wrong with content, how it is named, and how it is printed."""

from .problem import Place, Problem, Rule, Severity, sorted_problems

__all__ = ["Place", "Problem", "Rule", "Severity", "sorted_problems"]
