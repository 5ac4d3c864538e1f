/**
 * Completion for the shells that people use. The words stand in the scripts; the names of accounts are
 * asked for when they are needed, of the program that runs then, and missing if none does.
 */
import type { Shell } from './words'

/** The script for a shell, to be read by it at its start. */
export function completion(shell: Shell): string {
  switch (shell) {
    case 'bash':
      return bash
    case 'zsh':
      return zsh
    case 'fish':
      return fish
  }
}

const bash = `# bash completion for latchkey; put this into ~/.bashrc:
#   source <(latchkey completion bash)
_latchkey_accounts() {
  latchkey accounts --all 2>/dev/null | cut -f 3,4 | tr '\\t' '\\n' | sort -u
}

_latchkey() {
  # Bash takes an address apart at its @; here it is one word again.
  local at=$COMP_CWORD current=\${COMP_WORDS[COMP_CWORD]}
  while (( at > 1 )) && [[ $current == @* || \${COMP_WORDS[at-1]} == @ ]]; do
    at=$((at - 1))
    current=\${COMP_WORDS[at]}$current
  done
  local words=
  COMPREPLY=()
  if (( at == 1 )); then
    words=$'token\\naccounts\\nswitch\\ncompletion\\nhelp\\n--help\\n--version'
  else
    case \${COMP_WORDS[1]}:\${COMP_WORDS[at-1]} in
      *:--account|*:-a|switch:switch) words=$(_latchkey_accounts) ;;
      *:--service|*:-s|token:token) words=$'ipcola\\nruuvi\\ncloudreve' ;;
      completion:completion) words=$'bash\\nzsh\\nfish' ;;
      token:*) words=$'--account\\n--json' ;;
      accounts:*) words=$'--all\\n--json' ;;
      switch:*) words='--service' ;;
    esac
  fi
  local word reply plain=$current quote= cut=
  case $current in
    \\"*|\\'*) quote=\${current:0:1} plain=\${current:1} ;;
    *) plain=\${current//\\\\/} ;;
  esac
  # What stands before the @ is on the line already.
  [[ -z $quote && $plain == *@* && $COMP_WORDBREAKS == *@* ]] && cut=\${plain%@*}@
  while IFS= read -r word; do
    [[ -n $word && $word == "$plain"* ]] || continue
    reply=\${word#"$cut"}
    # A name may hold what the shell would run: nothing of it may be read as more than the name.
    case $quote in
      \\') reply=\${reply//\\'/\\'\\\\\\'\\'} ;;
      \\") [[ $reply == *[\\$\\\`\\"\\\\!]* ]] && continue ;;
      *) printf -v reply '%q' "$reply" ;;
    esac
    COMPREPLY+=("$reply")
  done <<< "$words"
}

complete -F _latchkey latchkey
`

const zsh = `#compdef latchkey
# zsh completion for latchkey; put this into ~/.zshrc, after compinit:
#   source <(latchkey completion zsh)
_latchkey_accounts() {
  local -a names
  names=(\${(f)"$(latchkey accounts --all 2>/dev/null | cut -f 3,4 | tr '\\t' '\\n' | sort -u)"})
  compadd -a names
}

_latchkey() {
  local -a commands
  commands=(
    'token:print the token of an account'
    'accounts:list the accounts'
    'switch:make an account the active one'
    'completion:print a completion script'
    'help:print how to use the command'
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case $words[2] in
    token)
      _arguments '2:service:(ipcola ruuvi cloudreve)' \\
        '(-a --account)'{-a,--account}'[which account]:account:_latchkey_accounts' \\
        '--json[print JSON]'
      ;;
    accounts) _arguments '--all[list hidden accounts, too]' '--json[print JSON]' ;;
    switch)
      _arguments '2:account:_latchkey_accounts' \\
        '(-s --service)'{-s,--service}'[where to look]:service:(ipcola ruuvi cloudreve)'
      ;;
    completion) _arguments '2:shell:(bash zsh fish)' ;;
  esac
}

compdef _latchkey latchkey
`

const fish = `# fish completion for latchkey; put it where fish looks for it:
#   latchkey completion fish > ~/.config/fish/completions/latchkey.fish
function __latchkey_accounts
    latchkey accounts --all 2>/dev/null | cut -f 3,4 | tr '\\t' '\\n' | sort -u
end

complete -c latchkey -f
complete -c latchkey -n __fish_use_subcommand -a token -d 'print the token of an account'
complete -c latchkey -n __fish_use_subcommand -a accounts -d 'list the accounts'
complete -c latchkey -n __fish_use_subcommand -a switch -d 'make an account the active one'
complete -c latchkey -n __fish_use_subcommand -a completion -d 'print a completion script'
complete -c latchkey -n __fish_use_subcommand -a help -d 'print how to use the command'
complete -c latchkey -n '__fish_seen_subcommand_from token' -a 'ipcola ruuvi cloudreve'
complete -c latchkey -n '__fish_seen_subcommand_from token' -s a -l account -x -a '(__latchkey_accounts)' -d 'which account'
complete -c latchkey -n '__fish_seen_subcommand_from token accounts' -l json -d 'print JSON'
complete -c latchkey -n '__fish_seen_subcommand_from accounts' -l all -d 'list hidden accounts, too'
complete -c latchkey -n '__fish_seen_subcommand_from switch' -a '(__latchkey_accounts)'
complete -c latchkey -n '__fish_seen_subcommand_from switch' -s s -l service -x -a 'ipcola ruuvi cloudreve' -d 'where to look'
complete -c latchkey -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'
`
