"""Teaching Muster a word that blocked an answer: what it may mean, and what that would change."""
