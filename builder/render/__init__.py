"""Views in, bytes out. This room cannot see the library; it is the only one that makes markup."""
