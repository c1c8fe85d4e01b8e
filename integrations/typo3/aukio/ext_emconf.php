<?php

$EM_CONF[$_EXTKEY] = [
    'title' => 'Aukio',
    'description' => 'Widgets for civic participation: sanitizer, editor preset and loader',
    'category' => 'fe',
    'state' => 'stable',
    'version' => '0.0.0',
    'constraints' => ['depends' => ['typo3' => '12.4.0-13.4.99', 'rte_ckeditor' => '']],
    'autoload' => ['psr-4' => ['Aukio\\Typo3\\' => 'Classes/']],
];
