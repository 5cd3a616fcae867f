"""What may stand in the article instead of marked words, so that it fits the sentence around it."""
