"""From HTML to a picture: the job, the walls around it, the pool that takes it and the cache that keeps it."""
