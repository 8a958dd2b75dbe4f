"""What is known about careers: files in, typed and checked objects out. Imports no Rasa."""
