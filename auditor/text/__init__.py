"""A document cut into sentences, before anything is looked for in them."""
