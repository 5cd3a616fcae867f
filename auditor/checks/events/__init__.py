"""Which event: details that belong to another event than their sentence."""
