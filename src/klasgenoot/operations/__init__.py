"""What does a teacher do? One keyword-only function per deed, undoable by construction."""
