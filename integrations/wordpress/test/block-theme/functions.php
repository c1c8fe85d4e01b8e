<?php
// WordPress takes no language whose words are not installed; the tests need the page's language alone.
add_filter( 'locale', static fn() => 'fi' );
