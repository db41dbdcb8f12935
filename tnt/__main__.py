"""`python -m tnt` is `tnt`."""

from tnt.main import main

if __name__ == "__main__":
    main()
