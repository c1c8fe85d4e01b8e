<?php
/**
 * The loader: one module script, on the pages that ask for a widget and on no others.
 */

namespace Aukio;

defined( 'ABSPATH' ) || exit;

const LOADER = 'aukio';

/**
 * What asks for a widget in a piece of HTML, in any of the forms that an editor of any role can save. An element, a
 * placeholder, a class, or a link's address.
 */
const ASKS = '/<aukio-[a-z]|<[a-z][^>]*\s(?:data-aukio\s*=|class\s*=\s*(?:"(?:[^"]*\s)?|\'(?:[^\']*\s)?)aukio-[a-z]|href\s*=\s*["\'][^"\'>]*#aukio=)/i';

add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\\register_loader', 5 );
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\\enqueue_early' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\loader_tag', 10, 2 );

// After blocks (9) and shortcodes (11), whose output may ask as well.
foreach ( array( 'the_content', 'widget_text_content', 'widget_custom_html_content', 'widget_block_content' ) as $filter ) {
	add_filter( $filter, __NAMESPACE__ . '\\watch', 20 );
}
// Templates and template parts of block themes are no content.
add_filter( 'render_block', __NAMESPACE__ . '\\watch', 20 );

/** Tells WordPress of the loader, once. */
function register_loader(): void {
	// With the plugin's version in the address, since a browser may keep the file for a year.
	wp_register_script( LOADER, plugins_url( 'embed/aukio.js', __DIR__ ), array(), VERSION, false );
}

/** Puts the loader on this page. Where the head is printed already it comes at the end, which serves as well. */
function enqueue_loader(): void {
	if ( ! wp_script_is( LOADER, 'registered' ) ) {
		register_loader();
	}
	wp_enqueue_script( LOADER );
}

/** What the page is about is known before its head is printed, so that the browser can ask for the loader at once. */
function enqueue_early(): void {
	$post = is_singular() ? get_queried_object() : null;
	if ( $post instanceof \WP_Post && ! post_password_required( $post ) && ( asks( $post->post_content ) || will_ask( $post->post_content ) ) ) {
		enqueue_loader();
	}
}

/** Whether content will ask for a widget once its blocks and shortcodes are rendered. */
function will_ask( string $content ): bool {
	if ( false !== strpos( $content, '<!-- wp:aukio/' ) ) {
		return true;
	}
	preg_match_all( '/\[aukio\s[^\]]*?\bwidget\s*=\s*["\']?([a-z-]+)/', $content, $shortcodes );
	return array() !== array_filter( $shortcodes[1], __NAMESPACE__ . '\\is_widget' );
}

/**
 * Passes HTML on as it is, and remembers when it asks for a widget.
 *
 * @param mixed $html
 * @return mixed The same.
 */
function watch( $html ) {
	if ( is_string( $html ) && ! is_admin() && ! is_feed() && asks( $html ) ) {
		enqueue_loader();
	}
	return $html;
}

/** Whether a piece of HTML asks for a widget. */
function asks( string $html ): bool {
	return false !== strpos( $html, 'aukio' ) && 1 === preg_match( ASKS, $html );
}

/**
 * The tag of the loader: a module, with the host that the site's files come from where that is another one.
 *
 * @param string $tag    What WordPress would print.
 * @param string $handle Of which script.
 */
function loader_tag( string $tag, string $handle ): string {
	if ( LOADER !== $handle ) {
		return $tag;
	}
	/**
	 * The origins that links with `#aukio=…` may load from, besides the page's own: the one of the uploaded files.
	 *
	 * @param string[] $origins Such as `https://files.city.example`.
	 */
	$origins = apply_filters( 'aukio_allowed_origins', array_filter( array( origin( wp_get_upload_dir()['baseurl'] ) ) ) );
	$origins = array_diff( array_unique( $origins ), array( origin( home_url() ) ) );
	$allow   = $origins ? sprintf( ' data-allow="%s"', esc_attr( implode( ' ', $origins ) ) ) : '';
	// A theme without HTML5 support prints a type of its own.
	$tag = preg_replace( '/\stype=(["\'])[^"\']*\1/', '', $tag );
	return str_replace( ' src=', " type=\"module\"$allow src=", $tag );
}

/** The origin of an address, or '' where it names no host. */
function origin( string $address ): string {
	$parts = wp_parse_url( $address );
	if ( empty( $parts['scheme'] ) || empty( $parts['host'] ) ) {
		return '';
	}
	return $parts['scheme'] . '://' . $parts['host'] . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
}
