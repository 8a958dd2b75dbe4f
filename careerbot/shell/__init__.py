"""The shell: the commands chat, ask and test, and a Reply drawn for a terminal."""
