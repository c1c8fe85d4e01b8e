<?php
/**
 * The shortcode, for the classic editor and for page builders:
 * `[aukio widget="goal-status" src="…" hide-filters]what is shown where the widget cannot be[/aukio]`
 */

namespace Aukio;

defined( 'ABSPATH' ) || exit;

add_shortcode( 'aukio', __NAMESPACE__ . '\\shortcode' );

/**
 * @param array|string $written Attributes by name; a name alone stands under a number.
 * @param string|null  $content What stands between the two shortcodes.
 */
function shortcode( $written, ?string $content = '' ): string {
	$settings = array();
	foreach ( is_array( $written ) ? $written : array() as $name => $value ) {
		$alone = is_int( $name );
		// Both spellings work in HTML, so both work here.
		$settings[ preg_replace( '/^data-/', '', $alone ? $value : $name ) ] = $alone ? true : $value;
	}
	$widget = (string) ( $settings['widget'] ?? '' );
	unset( $settings['widget'] );
	$content = without_broken_paragraphs( do_shortcode( (string) $content ) );
	if ( ! is_widget( $widget ) ) {
		// To a resident the content is all there is to say.
		return current_user_can( 'edit_posts' )
			? sprintf( '<p role="note">%s</p>%s', esc_html( sprintf( text( 'no-widget' ), $widget, implode( ', ', widget_names() ) ) ), $content )
			: $content;
	}
	enqueue_loader();
	return placeholder( $widget, $settings, $content );
}

/** WordPress makes paragraphs before it reads shortcodes, so that one ends where a shortcode begins, and begins where it ends. */
function without_broken_paragraphs( string $content ): string {
	$content = preg_replace( '#^(?:\s*(?:</p>|<br\s*/?>))+|(?:(?:<p>|<br\s*/?>)\s*)+$#i', '', trim( $content ) );
	return trim( (string) $content );
}
