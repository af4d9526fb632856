"""What stands there while the data is locked?"""
