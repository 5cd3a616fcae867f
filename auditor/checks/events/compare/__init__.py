"""What a sentence tells beside the events of the references."""
