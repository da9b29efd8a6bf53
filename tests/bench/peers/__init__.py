"""What others offer for the same task; these run in an environment of their own, `.venv-peers`, without the program."""
