"""CSS as mails write it: split without judging, so that what no client touches stays as it was written."""
