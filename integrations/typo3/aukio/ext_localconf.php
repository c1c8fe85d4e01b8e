<?php

declare(strict_types=1);

defined('TYPO3') || die();

// What is not named here is shown to residents as encoded text.
$GLOBALS['TYPO3_CONF_VARS']['SYS']['htmlSanitizer']['default'] = \Aukio\Typo3\AukioSanitizerBuilder::class;

// Chosen in page TSconfig: RTE.default.preset = aukio
$GLOBALS['TYPO3_CONF_VARS']['RTE']['Presets']['aukio'] = 'EXT:aukio/Configuration/RTE/Aukio.yaml';
