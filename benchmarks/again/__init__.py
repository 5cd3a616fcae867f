"""How long an audit takes when it is made again."""
