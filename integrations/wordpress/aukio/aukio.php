<?php
/**
 * Plugin Name: Aukio
 * Description: Goal reports, channels, feedback and votes for a city's site: a block for each, a shortcode, and every form that editors may paste.
 * Version: 0.0.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: EUPL-1.2
 * License URI: https://eupl.eu/1.2/en/
 * Text Domain: aukio
 *
 * It adds no tag or attribute to what WordPress lets anyone save, keeps nothing in the database, and asks no other host.
 */

namespace Aukio;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.0.0';

require __DIR__ . '/includes/widgets.php';
require __DIR__ . '/includes/markup.php';
require __DIR__ . '/includes/loader.php';
require __DIR__ . '/includes/blocks.php';
require __DIR__ . '/includes/shortcode.php';
