"""Words that blocked an answer: noted with the question, and answered once they are learnt."""
