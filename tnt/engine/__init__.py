"""The arithmetic: people counted by stratum, weights per person, hours per list and role.

Knows numpy, scipy for random numbers, and nothing of files, documents, units or languages. Every array of quantities
is float64; hours are hours a year unless a name says otherwise. Letters in the docstrings: C cells, S strata, M
measures, K conditions, L lists, J columns that measures are collapsed into (roles), B selections of lists, G
conditions calibrated to registers.
"""
