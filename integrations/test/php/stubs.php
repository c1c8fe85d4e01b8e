<?php

/** The least of Drupal's and TYPO3's classes that the packs stand on, as far as the packs use them. */

declare(strict_types=1);

namespace Drupal\Core\StringTranslation {
    class TranslatableMarkup
    {
        public function __construct(public string $string)
        {
        }
    }
}

namespace Drupal\filter\Attribute {
    use Drupal\Core\StringTranslation\TranslatableMarkup;

    #[\Attribute(\Attribute::TARGET_CLASS)]
    class Filter
    {
        public function __construct(public string $id, public TranslatableMarkup $title, public int $type, public ?TranslatableMarkup $description = null, public int $weight = 0)
        {
        }
    }
}

namespace Drupal\filter {
    class FilterProcessResult
    {
        public array $attachments = [];

        public function __construct(private string $text = '')
        {
        }

        public function getProcessedText(): string
        {
            return $this->text;
        }

        public function addAttachments(array $attachments): self
        {
            $this->attachments = array_merge_recursive($this->attachments, $attachments);
            return $this;
        }
    }
}

namespace Drupal\filter\Plugin {
    interface FilterInterface
    {
        public const TYPE_TRANSFORM_REVERSIBLE = 2;

        public function process($text, $langcode);
    }

    abstract class FilterBase implements FilterInterface
    {
    }
}

namespace TYPO3\HtmlSanitizer\Behavior {
    class Attr
    {
        public const NAME_PREFIX = 2;

        public function __construct(public string $name, public int $flags = 0)
        {
        }
    }

    class Tag
    {
        public const ALLOW_CHILDREN = 8;

        public array $attrs = [];

        public function __construct(public string $name, public int $flags = 0)
        {
        }

        public function addAttrs(Attr ...$attrs): self
        {
            array_push($this->attrs, ...$attrs);
            return $this;
        }
    }
}

namespace TYPO3\HtmlSanitizer {
    use TYPO3\HtmlSanitizer\Behavior\Tag;

    class Behavior
    {
        public string $name = '';
        public array $tags = [];

        public function withName(string $name): self
        {
            $copy = clone $this;
            $copy->name = $name;
            return $copy;
        }

        public function withTags(Tag ...$tags): self
        {
            $copy = clone $this;
            array_push($copy->tags, ...$tags);
            return $copy;
        }
    }
}

namespace TYPO3\CMS\Core\Html {
    use TYPO3\HtmlSanitizer\Behavior;
    use TYPO3\HtmlSanitizer\Behavior\Attr;
    use TYPO3\HtmlSanitizer\Behavior\Tag;

    class DefaultSanitizerBuilder
    {
        protected $globalAttrs;
        private Behavior $behavior;

        public function __construct()
        {
            $this->globalAttrs = [new Attr('class'), new Attr('id'), new Attr('data-', Attr::NAME_PREFIX)];
        }

        protected function createBehavior(): Behavior
        {
            return $this->behavior ??= (new Behavior())->withTags(new Tag('div', Tag::ALLOW_CHILDREN));
        }
    }
}
