"""What a small language model behind a real server is worth as a second opinion."""
