"""The data that fills the template: named sets, as a form and as JSON."""
