"""Many stories: each is assigned to a worker, filed as it comes, and told with all the others."""
