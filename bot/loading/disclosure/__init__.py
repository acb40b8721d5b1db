"""Small groups in what a workspace loads: the rule of each metric, and what it keeps back."""
