"""How fast are many stories, how much memory do they take, and what does a killed worker cost?"""
