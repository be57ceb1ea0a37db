# Completes afresh in bash; made by `afresh completion bash`.

# What may stand where one of these kinds is asked for, a line each.
_afresh_values() {
  local program=$1 current=$2 kind
  shift 2
  for kind in "$@"; do
    case $kind in
      nothing) ;;
      files) compgen -f -- "$current" ;;
      folders) compgen -d -- "$current" ;;
      cases)
        compgen -W "$("$program" scenarios 2>/dev/null | @names@)" -- "$current"
        compgen -f -- "$current"
        ;;
      strategies)
        compgen -W "$("$program" strategies 2>/dev/null | @names@)" -- "$current"
        compgen -f -- "$current"
        ;;
      words) compgen -W "$("$program" explain 2>/dev/null | @words@)" -- "$current" ;;
      aspects) compgen -W '@aspects@' -- "$current" ;;
      *) compgen -W "$kind" -- "$current" ;;
    esac
  done
}

_afresh() {
  local program=${COMP_WORDS[0]} current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command='' words='' kinds='' line i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "${command:+$command }${COMP_WORDS[i]}" in
      @commands@)
        command="${command:+$command }${COMP_WORDS[i]}"
        ;;
    esac
  done
  case "$command $before" in
@values@
  esac
  if [[ -z $kinds ]]; then
    case "$command" in
@options@
    esac
    if [[ $current != -* ]]; then
      case "$command" in
@positionals@
      esac
    fi
  fi
  # Options only where one is begun.
  [[ -n $current ]] || words=$(printf '%s\n' $words | grep -v '^-')
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <(compgen -W "$words" -- "$current"; _afresh_values "$program" "$current" $kinds)
}

complete -o filenames -F _afresh afresh
