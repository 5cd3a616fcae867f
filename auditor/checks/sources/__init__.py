"""What is wrong with a source itself, whatever the article makes of it."""
