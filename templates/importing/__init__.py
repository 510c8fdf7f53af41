"""Templates from elsewhere: MJML of any version and plain HTML become templates of a workspace.

Whatever is read is a stranger's: files are looked for in one folder only, what mail programs block is left out, and
everything that is different afterwards is told in a notice.
"""
