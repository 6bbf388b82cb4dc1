"""What comes in from outside, read with suspicion: files judged by their content, mails taken apart. Runs nothing."""
