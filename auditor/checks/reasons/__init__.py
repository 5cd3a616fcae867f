"""Why something happened, where the references give another reason."""
