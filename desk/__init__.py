"""The desk: chat API for visitors, console for staff, and the only writer of the store while it runs."""
