"""What is wrong with a Word template: one rule a module, found by being there."""
