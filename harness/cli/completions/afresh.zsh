#compdef afresh
# Completes afresh in zsh; made by `afresh completion zsh`.

_afresh_values() {
  local kind
  for kind in "$@"; do
    case $kind in
      (nothing) _message 'a value' ;;
      (files) _files ;;
      (folders) _files -/ ;;
      (cases) compadd -- ${(f)"$($program scenarios 2>/dev/null | @names@)"}; _files ;;
      (strategies) compadd -- ${(f)"$($program strategies 2>/dev/null | @names@)"}; _files ;;
      (words) compadd -- ${(f)"$($program explain 2>/dev/null | @words@)"} ;;
      (aspects) compadd -- @aspects@ ;;
      (*) compadd -- $kind ;;
    esac
  done
}

_afresh_commands() {
  local -a commands=("$@")
  _describe -t commands command commands
}

_afresh() {
  local program=${words[1]} command=''
  while (( CURRENT > 2 )); do
    case "${command:+$command }${words[2]}" in
      (@commands@) command="${command:+$command }${words[2]}"; shift words; (( CURRENT-- )) ;;
      (*) break ;;
    esac
  done
  case $command in
@cases@
  esac
}

# Called by the completion system, which loaded this file, or sourced.
if [[ $funcstack[1] == _afresh ]]; then _afresh "$@"; else compdef _afresh afresh; fi
