"""Questions whose figures are known, in people's words and with their typing errors."""
