"""Who said what: quoted words beside those of the references."""
