<?php

declare(strict_types=1);

namespace Aukio\Typo3;

use TYPO3\CMS\Core\Html\DefaultSanitizerBuilder;
use TYPO3\HtmlSanitizer\Behavior;
use TYPO3\HtmlSanitizer\Behavior\Tag;

/**
 * TYPO3's own rules, and Aukio's elements with the attributes that every element may have. Settings are then written as
 * `data-…`, which works for each of them and needs no further name in the list.
 *
 * A placeholder (`<div data-aukio="…">`) and a link (`#aukio=…`) pass without it.
 */
class AukioSanitizerBuilder extends DefaultSanitizerBuilder
{
    private const ELEMENTS = [
        'aukio-budget-results',
        'aukio-budget-vote',
        'aukio-channel-directory',
        'aukio-feedback-form',
        'aukio-goal-status',
        'aukio-source',
    ];

    // Public, since the method that it stands for has been both.
    public function createBehavior(): Behavior
    {
        $tags = array_map(
            fn(string $name): Tag => (new Tag($name, Tag::ALLOW_CHILDREN))->addAttrs(...$this->globalAttrs),
            self::ELEMENTS
        );
        return parent::createBehavior()->withName('aukio')->withTags(...$tags);
    }
}
