"""The article's own day beside the days that it tells of."""
