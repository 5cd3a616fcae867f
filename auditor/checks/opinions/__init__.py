"""What a language model says of a sentence, where it was asked and proves it."""
