"""The one catalogue of texts that people read, in the six languages, and what the service knows of languages."""
