import { transform } from 'lightningcss';
import { parseSync, Visitor, type ESTree, type Plugin } from 'vite';

/**
 * Takes out of templates what a browser does not read: comments and spaces in CSS, line breaks with their indentation
 * in HTML (they become the one space that they are shown as).
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'aukio:minify-templates',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]src[\\/].*\.ts$/, code: /\b(css|html|svg)`/ },
      handler(code, id) {
        const edits: { start: number; end: number; text: string }[] = [];
        new Visitor({
          TaggedTemplateExpression({ tag, quasi }) {
            const name = tag.type === 'Identifier' ? tag.name : '';
            if (name === 'css' && quasi.expressions.length === 0) {
              for (const { start, end, value } of quasi.quasis) edits.push({ start, end, text: minifyCss(value, id) });
            } else if (name === 'html' || name === 'svg') {
              for (const { start, end, value } of quasi.quasis) edits.push({ start, end, text: value.raw.replace(/\s*\n\s*/g, ' ') });
            }
          },
        }).visit(parseSync(id, code, { astType: 'js' }).program);
        let result = code;
        for (const { start, end, text } of edits.sort((a, b) => b.start - a.start)) result = result.slice(0, start) + text + result.slice(end);
        return { code: result, map: null };
      },
    },
  };
}

function minifyCss({ cooked }: ESTree.TemplateElementValue, filename: string): string {
  const { code } = transform({ filename, code: new TextEncoder().encode(cooked ?? ''), minify: true });
  return new TextDecoder().decode(code).replace(/[\\`]|\$\{/g, '\\$&');
}
