/**
 * @typedef {object} Words of one language
 * @property {Record<string, string>} titles by widget
 * @property {Record<string, string>} about what a widget is for, by widget
 * @property {Record<string, string>} labels by attribute
 * @property {Record<string, string>} help by attribute; what its label says already needs none
 * @property {Record<string, string>} choices by value
 * @property {Record<string, string>} texts of the editor
 */

/** What the manifest calls a string although it is one of few words. */
const FEW_WORDS = {
  debug: ['true', 'false'],
};
const SOURCE_TYPES = ['rest', 'json', 'csv'];

/** What few editors need; shown folded. */
const RARE = ['type', 'credentials', 'region', 'debug', 'columns', 'status-legend'];

/** What most editors set. */
const FIRST = ['heading', 'heading-level', 'src'];

/** Dashicons of WordPress. */
const ICONS = {
  'goal-status': 'flag',
  'channel-directory': 'megaphone',
  'feedback-form': 'feedback',
  'budget-vote': 'yes-alt',
  'budget-results': 'chart-bar',
  source: 'database',
};

/**
 * What the plugin registers: a block for each element of the manifest, with a control for each of its attributes.
 * @param {any} manifest `custom-elements.json`
 * @param {Record<string, Words>} languages words by language
 * @param {(missing: string) => void} [onMissing] is told of every word that a language lacks
 */
export function blocksOf(manifest, languages, onMissing = () => {}) {
  const elements = manifest.modules.flatMap((module) => module.declarations ?? []).filter((declaration) => declaration.tagName?.startsWith('aukio-'));
  return elements.map((element) => {
    const name = element.tagName.slice('aukio-'.length);
    return {
      name,
      icon: ICONS[name] ?? 'admin-site',
      title: each((words) => words.titles[name], name),
      description: each((words) => words.about[name], element.summary),
      // Its own words tell which widgets read what an editor pastes; for the others it is only what is shown without them.
      reads: element.slots?.some((slot) => slot.name === '' && slot.description.startsWith('The pasted ')) ?? false,
      attributes: (element.attributes ?? []).toSorted(byUse).map((attribute) => ({
        name: attribute.name,
        control: controlOf(attribute),
        label: each((words) => words.labels[attribute.name], attribute.name),
        help: each((words) => words.help[attribute.name] ?? '', ''),
        rare: RARE.includes(attribute.name) && name !== 'source',
        ...choicesOf(attribute, name),
      })),
    };
  });

  function choicesOf(attribute, widget) {
    if (attribute.name === 'heading-level') return { choices: ['2', '3', '4', '5', '6'].map((value) => ({ value, label: each(() => value, value) })) };
    const listed = [...(attribute.parsedType ?? attribute.type ?? { text: '' }).text.matchAll(/'([^']+)'/g)].map(([, value]) => value);
    // In the order of the sentence, which begins with the default.
    listed.sort((one, other) => attribute.description.indexOf(`\`${one}\``) - attribute.description.indexOf(`\`${other}\``));
    const values = widget === 'source' && attribute.name === 'type' ? SOURCE_TYPES : listed.length > 0 ? listed : FEW_WORDS[attribute.name];
    return values && { choices: values.map((value) => ({ value, label: each((words) => words.choices[value], value) })) };
  }

  /** A text in each language. */
  function each(read, fallback) {
    return Object.fromEntries(
      Object.entries(languages).map(([language, words]) => {
        const text = read(words);
        if (text === undefined) onMissing(`${language}: ${fallback}`);
        return [language, text ?? fallback];
      }),
    );
  }
}

function byUse(one, other) {
  const [rank, otherRank] = [one, other].map(({ name }) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length));
  return rank - otherRank;
}

function controlOf(attribute) {
  if (attribute.type?.text === 'boolean') return 'switch';
  if (/(^|-)src$/.test(attribute.name)) return 'file';
  return attribute.type?.text.startsWith('number') ? 'number' : 'text';
}
