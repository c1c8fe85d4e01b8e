/**
 * The rules of this house that no published plugin has, each with its reason.
 * @satisfies {import('eslint').ESLint.Plugin}
 */
export const houseRules = {
  meta: { name: 'aukio' },
  rules: {
    'no-style-in-template': rule(
      'A style attribute or element is blocked by `style-src \'self\'`; use the shared style sheet, or `style.setProperty()`.',
      (report) => ({
        TaggedTemplateExpression(node) {
          if (node.tag.type !== 'Identifier' || !['html', 'svg'].includes(node.tag.name)) return;
          const markup = node.quasi.quasis.map(({ value }) => value.raw).join('');
          if (/\sstyle\s*=|<style\b/.test(markup)) report(node);
        },
        ImportDeclaration(node) {
          if (/^lit(-html)?\/directives\/(style-map|unsafe-\w+)\.js$/.test(String(node.source.value))) report(node);
        },
      }),
    ),

    'define-in-define-folder': rule(
      'Elements are defined in `src/define/` alone, where bundlers keep it and a second copy on the page is caught.',
      (report) => ({
        'CallExpression[callee.object.name="customElements"][callee.property.name="define"]': report,
        'Decorator[expression.callee.name="customElement"]': report,
      }),
    ),

    'named-event': rule(
      'Give the event a name before it is dispatched: the manifest analyzer takes an inline one for an event called after its detail.',
      (report) => ({ 'CallExpression[callee.property.name="dispatchEvent"] > NewExpression.arguments': report }),
    ),

    'named-exports': rule(
      'Name what is exported: with `export *` bundlers keep or drop the wrong code.',
      (report) => ({ ExportAllDeclaration: report }),
    ),

    'imports-in-node': rule(
      'Every export must import in plain Node: nothing of the browser at module level or in a field\'s initial value.',
      (report, { sourceCode }) => ({
        'Program:exit'(program) {
          const scope = sourceCode.scopeManager.acquire(program);
          // What TypeScript's libraries declare as a type is known to the scope, the rest passes through it.
          const references = [...(scope?.through ?? []), ...[...BROWSER].flatMap((name) => scope?.set.get(name)?.references ?? [])];
          for (const reference of references) {
            const { identifier } = reference;
            // Said by TypeScript's scopes alone: whether it is more than a type.
            const isValue = !('isValueReference' in reference) || reference.isValueReference;
            if (isValue && BROWSER.has(identifier.name) && runsOnImport(identifier)) report(identifier);
          }
        },
      }),
    ),
  },
};

const BROWSER = new Set([
  'window', 'document', 'customElements', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'matchMedia',
  'HTMLElement', 'Element', 'Node', 'NodeFilter', 'DOMParser', 'MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'CSSStyleSheet',
]);

/**
 * @param {string} message
 * @param {(report: (node: any) => void, context: import('eslint').Rule.RuleContext) => import('eslint').Rule.RuleListener} listen
 * @returns {import('eslint').Rule.RuleModule}
 */
function rule(message, listen) {
  return {
    meta: { type: 'problem', schema: [], messages: { reason: message } },
    create: (context) => listen((node) => context.report({ node, messageId: 'reason' }), context),
  };
}

/**
 * Whether what stands here runs while the module is loaded, or while an element is constructed on the server.
 * @param {any} node
 */
function runsOnImport(node) {
  for (let at = node; at.parent; at = at.parent) {
    if (at.parent.type === 'UnaryExpression' && at.parent.operator === 'typeof') return false;
    if (/Function/.test(at.type)) return false;
    if (at.parent.type.startsWith('TS') && !/Expression$/.test(at.parent.type)) return false;
  }
  return true;
}
