"""Writing in the mail: words where they stand, template tags as chips."""
