<?php
// Answers HTML in, HTML out: JSON lines on both sides. Arguments: Roundcube's folder, then folders of PHP libraries.
error_reporting(E_ERROR | E_PARSE);
$roundcube = $argv[1];
$libraries = array_slice($argv, 2);
define('INSTALL_PATH', "$roundcube/");
define('RCUBE_INSTALL_PATH', "$roundcube/");
define('RCUBE_CHARSET', 'UTF-8');
mb_internal_encoding('UTF-8');
spl_autoload_register(function (string $name) use ($roundcube, $libraries): void {
    $file = str_replace('\\', '/', $name) . '.php';
    $places = ["$roundcube/program/lib/Roundcube", "$roundcube/program/include", ...$libraries];
    foreach ($places as $place) {
        if (is_file("$place/$file")) {
            require_once "$place/$file";
            return;
        }
    }
});
/** What the mail action asks of the application. */
class rcmail
{
    public $output;
    public $config;
    public static function get_instance()
    {
        static $only;
        if (!$only) {
            $only = new self();
            $only->output = new class { public function asset_url($path) { return $path; } };
            $only->config = new class { public function get($name, $default = null) { return $default; } };
        }
        return $only;
    }
    public function url($parts) { return './?' . http_build_query($parts); }
    public function gettext($name) { return $name; }
}
class rcube extends rcmail
{
    public static function Q($text, $mode = 'strict', $newlines = true)
    {
        return rcube_utils::rep_specialchars_output($text, 'html', $mode, $newlines);
    }
    public static function JQ($text) { return rcube_utils::rep_specialchars_output($text, 'js'); }
    public static function SQ($text) { return self::Q($text, 'show', false); }
    public static function raise_error($error) {}
}
class rcmail_output { const JS_OBJECT_NAME = 'rcmail'; }
$lib = "$roundcube/program/lib/Roundcube";
require "$roundcube/program/actions/mail/index.php";
while (($line = fgets(STDIN)) !== false) {
    $asked = json_decode($line, true);
    $out = rcmail_action_mail_index::wash_html($asked['html'], [
        'safe' => $asked['safe'] ?? true,
        'css_prefix' => $asked['prefix'] ?? 'v1',
        'body_class' => 'rcmBody',
        'container_id' => 'message-htmlpart1',
        'inline_html' => true,
    ]);
    echo json_encode($out, JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_UNICODE), "\n";
}
