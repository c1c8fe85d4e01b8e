<?php
add_action( 'after_setup_theme', static fn() => add_theme_support( 'title-tag' ) );
// WordPress takes no language whose words are not installed; the tests need the page's language alone.
add_filter( 'locale', static fn() => 'fi' );
