"""Do two commits say the same, byte for byte?"""
