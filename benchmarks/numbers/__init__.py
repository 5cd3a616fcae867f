"""How many wrong figures the number rules catch, and how many faithful rewordings they flag."""
