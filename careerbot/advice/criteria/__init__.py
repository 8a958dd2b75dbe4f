"""Each constraint of a search as a test of one career, with the words and figures that show why it is met."""
