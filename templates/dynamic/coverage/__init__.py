"""What conditions come to: which mails there are, who sees which section, how many contacts each mail reaches."""
