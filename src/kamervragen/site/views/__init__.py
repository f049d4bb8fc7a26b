"""The pages and their twins, one module for each kind of page. A view finds what was asked for, and shows it."""
