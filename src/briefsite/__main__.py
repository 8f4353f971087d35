"""`python -m briefsite`."""

from briefsite.cli import main

if __name__ == "__main__":
    main(prog_name="briefsite")
