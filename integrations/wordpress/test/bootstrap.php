<?php
/**
 * Makes the site of the tests, in two runs since WordPress must be installed before it can be used:
 * `php bootstrap.php <folder> install` and `php bootstrap.php <folder> fill <plugin.zip> <report.docx>`, which prints JSON.
 */

list( , $folder, $step ) = $argv;
$_SERVER['HTTP_HOST']    = '127.0.0.1';
$_SERVER['REQUEST_URI']  = '/';
if ( 'install' === $step ) {
	define( 'WP_INSTALLING', true );
}
require "$folder/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/admin.php';

if ( 'install' === $step ) {
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	wp_install( 'Merilehto', 'admin', 'admin@merilehto.example', false, '', 'admin', 'fi' );
	exit( 0 );
}

list( , , , $zip, $report ) = $argv;
foreach ( array( 'author' => 'fi', 'editor' => 'sv_SE' ) as $role => $locale ) {
	$user = wp_insert_user(
		array(
			'user_login' => $role,
			'user_pass'  => $role,
			'user_email' => "$role@merilehto.example",
			'role'       => $role,
			'locale'     => $locale,
		)
	);
	if ( is_wp_error( $user ) ) {
		exit( $user->get_error_message() );
	}
}

$allowed = wp_json_encode( array( wp_kses_allowed_html( 'post' ), wp_allowed_protocols() ) );
// As an administrator's upload does.
WP_Filesystem();
$unpacked = unzip_file( $zip, WP_PLUGIN_DIR );
if ( is_wp_error( $unpacked ) ) {
	exit( $unpacked->get_error_message() );
}
$activated = activate_plugin( 'aukio/aukio.php' );
if ( is_wp_error( $activated ) ) {
	exit( $activated->get_error_message() );
}
switch_theme( 'theme' );

wp_set_current_user( get_user_by( 'login', 'author' )->ID );
$upload = wp_upload_bits( basename( $report ), null, file_get_contents( $report ) );
$id     = wp_insert_attachment(
	array(
		'post_title'     => 'Tavoitteet tammi–heinäkuu 2026',
		'post_mime_type' => $upload['type'],
		'post_status'    => 'inherit',
	),
	$upload['file']
);
wp_update_attachment_metadata( $id, array() );
echo wp_json_encode(
	array(
		'file'    => $upload['url'],
		'strict'  => wp_json_encode( array( wp_kses_allowed_html( 'post' ), wp_allowed_protocols() ) ) === $allowed,
		'version' => get_bloginfo( 'version' ),
	)
);
