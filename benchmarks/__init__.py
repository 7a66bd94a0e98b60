"""What is timed, with the spread and the machine. `./dev bench` runs it; see __main__.py."""
