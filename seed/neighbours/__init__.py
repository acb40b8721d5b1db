"""Statistical neighbours: ten authorities alike, by the models of 2021 and 2025."""
