"""How certain: is what may be, was only planned or did not happen told as done?"""
