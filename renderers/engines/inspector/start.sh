# A browser on a screen that nobody sees. One tree of processes: the screen is the browser's child and ends with it.
# Arguments: the screen's size, then the browser and its own. LEASH is set where a command can be made to end with its
# parent, as in processes.py.
held() {
  if [ -z "$LEASH" ]; then exec "$@"; fi
  exec setpriv --pdeathsig KILL sh -c '[ "$PPID" = "$0" ] && exec "$@"' $$ "$@"
}
mkfifo "$HOME/display" || exit 1
held Xvfb -displayfd 3 -screen 0 "$1" -auth "$XAUTHORITY" -nolisten tcp -terminate 3>"$HOME/display" &
read -r number <"$HOME/display" || exit 2
shift
DISPLAY=":$number" exec "$@"
