"""Who can open the data?"""
