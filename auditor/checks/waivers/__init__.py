"""What is wrong with the decisions that let findings stand."""
