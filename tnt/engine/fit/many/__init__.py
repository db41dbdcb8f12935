"""The choice of many at a time, lists or draws, by a rule whose distance from what is possible is known. [ours]"""
