"""What nothing in the references bears out."""
