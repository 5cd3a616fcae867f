"""How well hostile, corrected and repeated sources are told from honest ones."""
