"""Small groups: which cells of a table are kept back when it is loaded, so that none can be told.

A cell that is hidden is stored without its value. No question, difference, rank, chart or export
can give what is not there; what is left visible is checked not to give it away either.
"""
