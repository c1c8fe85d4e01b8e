<?php
/**
 * What a page holds where a widget is to be: a placeholder with its settings as `data-…`, and inside it what the editor
 * wrote, which stays in view until the widget is there and wherever it cannot be.
 */

namespace Aukio;

defined( 'ABSPATH' ) || exit;

/** The names that a setting may have: none of those by which other scripts take orders from markup. */
const SETTING = '/^(?!on|hx)[a-z][a-z0-9]*(-[a-z0-9]+)*$/';

/**
 * The placeholder of a widget.
 *
 * @param string               $widget   Its name, without `aukio-`.
 * @param array<string, mixed> $settings By the name of the attribute. False, null and '' are left out; true is a bare attribute.
 * @param string               $content  HTML that the caller may print.
 * @param string               $wrapper  Attributes of the placeholder itself, escaped, such as the class of its block.
 */
function placeholder( string $widget, array $settings, string $content, string $wrapper = '' ): string {
	$attributes = sprintf( 'data-aukio="%s"', esc_attr( $widget ) );
	if ( is_editors_preview() ) {
		$settings += array( 'debug' => true );
	}
	foreach ( $settings as $name => $value ) {
		if ( ! preg_match( SETTING, (string) $name ) || ! is_scalar( $value ) || false === $value || '' === $value ) {
			continue;
		}
		$attributes .= true === $value
			? " data-$name"
			: sprintf( ' data-%s="%s"', $name, is_address( $name ) ? esc_url( (string) $value ) : esc_attr( (string) $value ) );
	}
	$content = trim( $content );
	// An empty paragraph says nothing either.
	if ( '' === trim( wp_strip_all_tags( $content ) ) && false === stripos( $content, '<img' ) && ! empty( $settings['src'] ) && is_scalar( $settings['src'] ) ) {
		$content = link_to( (string) $settings['src'] );
	}
	return sprintf( '<div %s>%s</div>', trim( "$wrapper $attributes" ), $content );
}

/** Whether an editor looks at her own page before it is published: she is told what to mend, and nobody else is. */
function is_editors_preview(): bool {
	return is_preview() && current_user_can( 'edit_post', get_the_ID() );
}

/** Whether a setting of this name is an address. */
function is_address( string $name ): bool {
	return 1 === preg_match( '/(^|-)(src|href|url|endpoint)$/', $name ) && 'registry-href' !== $name;
}

/**
 * A link to the file, for whoever has no script: it carries the name that the file has in the media library.
 *
 * @param string $src The file's address.
 */
function link_to( string $src ): string {
	$file = attachment_url_to_postid( $src );
	$name = $file ? get_the_title( $file ) : rawurldecode( wp_basename( (string) wp_parse_url( $src, PHP_URL_PATH ) ) );
	$type = strtoupper( pathinfo( (string) wp_parse_url( $src, PHP_URL_PATH ), PATHINFO_EXTENSION ) );
	return sprintf( '<p><a href="%s">%s</a></p>', esc_url( $src ), esc_html( $file && $type ? "$name ($type)" : $name ) );
}
