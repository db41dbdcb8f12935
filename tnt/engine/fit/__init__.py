"""Which recommendations fit in the hours of each role: the choice as a mixed-integer program, solved by HiGHS."""
