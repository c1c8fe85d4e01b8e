<?php

/** Runs what the packs for Drupal and TYPO3 add, over stubs of those systems, and prints what they answer as JSON. */

declare(strict_types=1);

require __DIR__ . '/stubs.php';
require __DIR__ . '/../../drupal/aukio/src/Plugin/Filter/AukioFilter.php';
require __DIR__ . '/../../typo3/aukio/Classes/AukioSanitizerBuilder.php';

$texts = json_decode(stream_get_contents(STDIN), true);
$filter = new \Drupal\aukio\Plugin\Filter\AukioFilter();
$attribute = (new ReflectionClass($filter))->getAttributes()[0]->newInstance();
$builder = new \Aukio\Typo3\AukioSanitizerBuilder();

echo json_encode([
    'filter' => $attribute->id,
    'results' => array_map(static function (string $text) use ($filter): array {
        $result = $filter->process($text, 'fi');
        return ['same' => $result->getProcessedText() === $text, 'attached' => $result->attachments];
    }, $texts),
    // Twice, since TYPO3 keeps one builder for all that it cleans.
    'behaviors' => array_map(static fn(\TYPO3\HtmlSanitizer\Behavior $behavior): array => [
        'name' => $behavior->name,
        'tags' => array_map(static fn($tag): array => ['name' => $tag->name, 'children' => $tag->flags === 8, 'attrs' => array_column($tag->attrs, 'name')], $behavior->tags),
    ], [$builder->createBehavior(), $builder->createBehavior()]),
]);
