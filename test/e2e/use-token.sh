#!/bin/sh
# What somebody's own script does: takes the token of the active account, or of the one that is named,
# and asks the service with it. $1 is the address of the service; what follows goes to `latchkey token`.
set -eu
SERVICE=$1
shift
TOKEN=$(latchkey token ipcola "$@")
# The header goes in by standard input, so that the token stands in no list of processes.
printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" |
  curl --silent --show-error --fail --noproxy '*' --config - "$SERVICE/api/user/info"
