"""`python -m papers` is `papers`, for machines where the command is not on the path."""

from papers.cli import main

if __name__ == "__main__":
    main()
