"""`python -m kamervragen`: the command line without its installed script."""

from kamervragen.cli import main

if __name__ == "__main__":
    main()
