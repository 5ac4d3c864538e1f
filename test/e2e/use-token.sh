#!/bin/sh
# What somebody's own script does: takes the token of the active account and asks the service with it.
# $1 is the address of the service.
set -eu
TOKEN=$(latchkey token ipcola)
# The header goes in by standard input, so that the token stands in no list of processes.
printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" |
  curl --silent --show-error --fail --noproxy '*' --config - "$1/api/user/info"
