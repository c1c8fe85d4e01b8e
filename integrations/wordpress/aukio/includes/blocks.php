<?php
/**
 * A block for each widget. What it saves is its settings and the blocks inside it, nothing else: every role may save
 * that, and where the plugin is gone the editor's table is still there. The page gets the placeholder when it is shown.
 */

namespace Aukio;

defined( 'ABSPATH' ) || exit;

add_filter( 'block_categories_all', __NAMESPACE__ . '\\add_category' );
add_action( 'init', __NAMESPACE__ . '\\register_blocks' );

/**
 * @param array[] $categories
 * @return array[]
 */
function add_category( array $categories ): array {
	$categories[] = array(
		'slug'  => 'aukio',
		'title' => 'Aukio',
		'icon'  => null,
	);
	return $categories;
}

/** Registers every block with the server; `editor.js` adds what the editor shows. */
function register_blocks(): void {
	wp_register_script(
		'aukio-editor',
		plugins_url( 'editor.js', __DIR__ ),
		array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-compose', 'wp-element' ),
		VERSION,
		true
	);
	wp_register_style( 'aukio-editor', plugins_url( 'editor.css', __DIR__ ), array( 'wp-components' ), VERSION );
	add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\\tell_editor' );

	foreach ( definitions()['blocks'] as $block ) {
		register_block_type(
			"aukio/{$block['name']}",
			array(
				// The frame around the editor's canvas needs version 3, which WordPress knows since 6.3.
				'api_version'           => version_compare( get_bloginfo( 'version' ), '6.3', '>=' ) ? 3 : 2,
				'title'                 => in_own_language( $block['title'] ),
				'description'           => in_own_language( $block['description'] ),
				'category'              => 'aukio',
				'icon'                  => $block['icon'],
				'keywords'              => array( 'aukio', $block['name'] ),
				'attributes'            => attributes_of( $block ),
				'supports'              => array(
					'align'  => array( 'wide', 'full' ),
					'anchor' => true,
					'html'   => false,
				),
				'editor_script_handles' => array( 'aukio-editor' ),
				'editor_style_handles'  => array( 'aukio-editor' ),
				'render_callback'       => static function ( array $attributes, string $content ) use ( $block ): string {
					return render( $block, $attributes, $content );
				},
			)
		);
	}
}

/**
 * @param array $block A block of `blocks.json`.
 * @return array<string, array{type: string}> The settings by name.
 */
function attributes_of( array $block ): array {
	$attributes = array(
		// What WordPress keeps of an anchor it takes from the markup that is saved, and here none is.
		'anchor' => array( 'type' => 'string' ),
	);
	foreach ( $block['attributes'] as $attribute ) {
		$attributes[ $attribute['name'] ] = array( 'type' => 'switch' === $attribute['control'] ? 'boolean' : 'string' );
	}
	return $attributes;
}

/**
 * What the page holds for a block.
 *
 * @param array                $block      A block of `blocks.json`.
 * @param array<string, mixed> $attributes As the editor set them.
 * @param string               $content    The blocks inside, rendered.
 */
function render( array $block, array $attributes, string $content ): string {
	$settings = array_intersect_key( $attributes, array_column( $block['attributes'], null, 'name' ) );
	$own      = array();
	if ( ! empty( $attributes['anchor'] ) ) {
		$own['id'] = $attributes['anchor'];
	}
	$html = placeholder( $block['name'], $settings, $content, get_block_wrapper_attributes( $own ) );
	enqueue_loader();
	return $html;
}

/** Hands the editor the blocks in the language that this person works in. */
function tell_editor(): void {
	$blocks = array();
	foreach ( definitions()['blocks'] as $block ) {
		$controls = array();
		foreach ( $block['attributes'] as $attribute ) {
			$attribute['label'] = in_own_language( $attribute['label'] );
			$attribute['help']  = in_own_language( $attribute['help'] );
			foreach ( $attribute['choices'] ?? array() as $at => $choice ) {
				$attribute['choices'][ $at ]['label'] = in_own_language( $choice['label'] );
			}
			$controls[] = $attribute;
		}
		$blocks[] = array(
			'name'     => "aukio/{$block['name']}",
			'reads'    => $block['reads'],
			'controls' => $controls,
		);
	}
	$told = wp_json_encode(
		array(
			'blocks' => $blocks,
			'texts'  => definitions()['texts'] ? in_own_language( definitions()['texts'] ) : array(),
		),
		JSON_HEX_TAG
	);
	wp_add_inline_script( 'aukio-editor', "window.aukioBlocks = $told;", 'before' );
}
