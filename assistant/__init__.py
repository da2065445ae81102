"""Rasa components and the channel of the assistant. They run in an environment of their own (Python 3.10)."""
