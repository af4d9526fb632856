"""Once a month: who would come to you with something personal?"""
