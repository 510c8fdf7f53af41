"""What is shown to people: proofs, thumbnails and the contact sheet."""
