"""Rasa custom actions: they read the store and compose answers. They write nothing and call nobody.

Each answer is text and one custom object ``{sources, choices, attachments, understood, do}``; the desk performs ``do``.
"""
