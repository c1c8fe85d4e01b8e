<?php

declare(strict_types=1);

namespace Drupal\aukio\Plugin\Filter;

use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\filter\Attribute\Filter;
use Drupal\filter\FilterProcessResult;
use Drupal\filter\Plugin\FilterBase;
use Drupal\filter\Plugin\FilterInterface;

/**
 * Puts the loader on the page where a text asks for a widget; the text itself stays as it is.
 *
 * Drupal keeps what a filter attaches together with the filtered text, so that it is there for cached pages as well. It
 * lets nothing through: what an editor may write is said by the text format alone.
 */
#[Filter(
  id: "aukio",
  title: new TranslatableMarkup("Show Aukio's widgets"),
  description: new TranslatableMarkup("A link whose address ends in <code>#aukio=goal-status</code>, or an area with <code>data-aukio</code>, becomes a widget. Place it after the filter that limits HTML."),
  type: FilterInterface::TYPE_TRANSFORM_REVERSIBLE,
  weight: 100
)]
final class AukioFilter extends FilterBase {

  /**
   * What asks for a widget: an element, a placeholder, a class, or a link's address.
   */
  private const ASKS = '/<aukio-[a-z]|<[a-z][^>]*\s(?:data-aukio\s*=|class\s*=\s*(?:"(?:[^"]*\s)?|\'(?:[^\']*\s)?)aukio-[a-z]|href\s*=\s*["\'][^"\'>]*#aukio=)/i';

  /**
   * {@inheritdoc}
   */
  public function process($text, $langcode): FilterProcessResult {
    $result = new FilterProcessResult($text);
    if (preg_match(self::ASKS, (string) $text) === 1) {
      $result->addAttachments(['library' => ['aukio/loader']]);
    }
    return $result;
  }

}
