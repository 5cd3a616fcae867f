"""Finding the checkable atoms of a text: names, places, dates, numbers, quotes."""
