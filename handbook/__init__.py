"""The pages of the documentation site that are made from what the product holds."""
