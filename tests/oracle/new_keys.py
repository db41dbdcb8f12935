"""Whether the program reads the keys that only the slow calculation knows yet.

Here alone it is turned on: every test that holds the program against them runs from then on.
"""

import pytest

ARE_READ = True

once_read = pytest.mark.skipif(not ARE_READ, reason="the program does not read the new keys: tests/oracle/new_keys.py")
