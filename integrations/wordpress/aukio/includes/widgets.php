<?php
/**
 * What the build wrote of the widgets: `blocks.json`, made from the elements' manifest.
 */

namespace Aukio;

defined( 'ABSPATH' ) || exit;

/**
 * The widgets and the words for their settings.
 *
 * @return array{texts: array, blocks: array} Texts by language; empty lists where the plugin was not packed.
 */
function definitions(): array {
	static $definitions = null;
	if ( null === $definitions ) {
		$file        = dirname( __DIR__ ) . '/blocks.json';
		$definitions = is_readable( $file ) ? json_decode( (string) file_get_contents( $file ), true ) : null;
		if ( ! is_array( $definitions ) ) {
			$definitions = array(
				'texts'  => array(),
				'blocks' => array(),
			);
		}
	}
	return $definitions;
}

/**
 * Whether there is a widget of this name.
 *
 * @param string $name Without `aukio-`.
 */
function is_widget( string $name ): bool {
	return in_array( $name, widget_names(), true );
}

/** @return string[] The names of all widgets, without `aukio-`. */
function widget_names(): array {
	return array_column( definitions()['blocks'], 'name' );
}

/**
 * A text in the language that this editor works in.
 *
 * @param array<string, mixed> $by_language English is there.
 * @return mixed
 */
function in_own_language( array $by_language ) {
	$language = strtok( get_user_locale(), '_' );
	return $by_language[ $language ] ?? $by_language['en'];
}

/**
 * A sentence of the plugin itself.
 *
 * @param string $key As in the texts of `blocks.json`.
 */
function text( string $key ): string {
	$texts = definitions()['texts'];
	return $texts ? in_own_language( $texts )[ $key ] : $key;
}
