"""What was left in a text by whatever wrote it: slots not filled, words to its user, drafts."""
