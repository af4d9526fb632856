"""How far am I with the names of this class? The class as tiles, and the way to practise."""
