"""The page Phases: how is the group doing?"""
