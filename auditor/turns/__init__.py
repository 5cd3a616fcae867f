"""The articles of a run, each in its turn: here or in processes of their own."""
