"""English: what a parser, folding, stems and word vectors say of it."""
