"""The parts of the window. They show models and say what the user wants."""
