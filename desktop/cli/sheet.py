"""The contact sheet of a workspace: one file with every template's pictures, to send to a client."""
