"""The values the steps of the pipeline pass to one another: frozen, and blind to the world."""
