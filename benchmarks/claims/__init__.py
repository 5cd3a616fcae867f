"""How well the product tells supported claims from others, on public sets given by path."""
