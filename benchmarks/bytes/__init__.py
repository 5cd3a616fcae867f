"""Does the same input give the same bytes, whatever the process runs in?"""
