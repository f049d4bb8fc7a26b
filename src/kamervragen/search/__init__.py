"""The index of questions and answers, and the language in which it is asked."""
