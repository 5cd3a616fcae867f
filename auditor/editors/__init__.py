"""What an editor shows beside an article while somebody writes it: the Language Server Protocol."""
