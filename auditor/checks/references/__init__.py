"""Where the references differ among themselves."""
