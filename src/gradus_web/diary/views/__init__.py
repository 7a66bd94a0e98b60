"""A view fetches through the door, reads a form, calls one action and leads on."""
