# Completes afresh in fish; made by `afresh completion fish`.

function __afresh_at --description 'Whether these words are the command so far'
    set -l command
    for word in (commandline -opc)[2..-1]
        if contains -- (string join -- ' ' $command $word) @commands@
            set command $command $word
        end
    end
    test "$command" = "$argv"
end

function __afresh_values --description 'What may stand here, a line each'
    set -l program (commandline -opc)[1]
    for kind in $argv
        switch $kind
            case nothing files folders
            case cases
                $program scenarios 2>/dev/null | @names@
            case strategies
                $program strategies 2>/dev/null | @names@
            case words
                $program explain 2>/dev/null | @words@
            case aspects
                string split ' ' '@aspects@'
            case '*'
                echo $kind
        end
    end
end

complete -c afresh -f
@lines@
